/** Answers that rest on parameters which the runs do not determine: a number comes out, but it could be any other. */
import type { LawPlan, LawUse } from '../lower/plan.js';
import { isObstacle } from './constants.js';
import type { StudyRun } from '../run.js';

/** Null where every parameter that is needed is determined, or published. */
export async function cautionOf(uses: readonly LawUse[], run: StudyRun): Promise<string | null> {
    const loose = new Map<LawPlan, Set<string>>();
    for (const use of uses.flatMap((each) => [each, ...each.law.uses])) {
        const values = await run.valuesOf(use);
        const names = isObstacle(values) ? [] : values.parameters.filter(({ status }) => status === 'unidentified');
        const known = loose.get(use.law) ?? new Set();
        names.forEach(({ name }) => known.add(name));
        loose.set(use.law, known);
    }
    const found = [...loose].flatMap(([law, names]) =>
        names.size === 0 ? [] : [`${[...names].join(', ')} of \`${law.name}\``],
    );
    if (found.length === 0) return null;
    return `This rests on ${found.join(' and ')}, which the runs do not determine: other values fit as well and answer differently.`;
}
