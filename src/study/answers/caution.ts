/** Answers that rest on parameters which the runs do not determine: a number comes out, but it could be any other. */
import type { CallPlan } from '../lower/plan.js';
import type { StudyRun } from '../run.js';

/** Null where every parameter that the calls need is determined, or published. */
export async function cautionOf(calls: readonly CallPlan[], run: StudyRun): Promise<string | null> {
    const found: string[] = [];
    for (const law of new Set(calls.flatMap((call) => [call.law, ...call.law.uses]))) {
        const values = await run.valuesOf(law);
        const parameters = (values.ok && values.outcome?.result.parameters) || [];
        const loose = parameters.filter(({ status }) => status === 'unidentified').map(({ name }) => name);
        if (loose.length > 0) found.push(`${loose.join(', ')} of \`${law.name}\``);
    }
    if (found.length === 0) return null;
    return `This rests on ${found.join(' and ')}, which the runs do not determine: other values fit as well and answer differently.`;
}
