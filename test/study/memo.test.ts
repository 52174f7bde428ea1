/** What is asked again unchanged is not computed again, and the same question has the same answer to the last digit. */
import { describe, expect, it } from 'vitest';
import { createStudy } from '../../src/study/study.js';
import { SPEC, folderOf, studyOf } from './studyOf.js';

const RUNS = `runs r {
  | x | y   |
  | 1 | 2.1 |
  | 2 | 3.9 |
  | 3 | 6.2 |
  | 4 | 7.8 |
}
`;
const FIT = 'law y(x) = a * x + b\nfit y to r { bootstrap 50 seed 4 }\n';

async function workOf(study: ReturnType<typeof createStudy>, text: string): Promise<string[]> {
    const { documents, host } = folderOf(text);
    const work: string[] = [];
    await study.analyse(SPEC, documents, host, { pause: () => undefined, begin: (activity) => work.push(activity) });
    return work.filter((activity) => !activity.startsWith('reading'));
}

describe('a study', () => {
    it('fits once, whatever is edited elsewhere', async () => {
        const study = createStudy();
        expect(await workOf(study, RUNS + FIT)).toEqual(['fit of y', 'rows of r']);
        expect(await workOf(study, RUNS + FIT)).toEqual([]);
        expect(await workOf(study, `// A comment above moves every line.\n${RUNS}${FIT}predict y(5)\n`)).toEqual([]);
    });

    it('fits again when a cell, a bound or an option changes', async () => {
        const study = createStudy();
        await workOf(study, RUNS + FIT);
        expect(await workOf(study, (RUNS + FIT).replace('7.8', '7.9'))).toContain('fit of y');
        expect(await workOf(study, (RUNS + FIT).replace('seed 4', 'seed 5'))).toContain('fit of y');
        expect(await workOf(study, (RUNS + FIT).replace('a * x + b', 'a * x'))).toContain('fit of y');
    });

    it('solves a budget once', async () => {
        const study = createStudy();
        const budget = 'budget b { minimize y(x) subject to x >= 2 }\n';
        expect(await workOf(study, RUNS + FIT + budget)).toContain('budget b');
        expect(await workOf(study, `${RUNS}${FIT}${budget}predict y(1)\n`)).toEqual([]);
        expect(await workOf(study, RUNS + FIT + budget.replace('>= 2', '>= 3'))).toEqual(['budget b']);
    });

    it('that is cancelled leaves nothing half done', async () => {
        const study = createStudy();
        const { documents, host } = folderOf(RUNS + FIT.replace('bootstrap 50', 'bootstrap 5000'));
        const cancel = () => {
            throw new Error('cancelled');
        };
        await expect(study.analyse(SPEC, documents, host, { pause: cancel })).rejects.toThrow('cancelled');
        expect(await workOf(study, RUNS + FIT)).toContain('fit of y');
    });

    it('does not remember what was cut short for lack of time', async () => {
        const study = createStudy();
        const { documents, host } = folderOf(RUNS + FIT);
        const hasNoTime = { pause: () => undefined, expired: () => true };
        const cut = await study.analyse(SPEC, documents, host, hasNoTime);
        expect(JSON.stringify(cut)).not.toContain('NaN');
        expect(await workOf(study, RUNS + FIT)).toContain('fit of y');
        const whole = await studyOf(RUNS + FIT, {}, study);
        expect(whole.fits[0].stopped.code).toBe('converged');
    });

    it('answers two questions at once as it answers one', async () => {
        const study = createStudy();
        const other = RUNS.replace('7.8', '9.9') + FIT;
        const [first, second] = await Promise.all([studyOf(RUNS + FIT, {}, study), studyOf(other, {}, study)]);
        expect(first).toEqual(await studyOf(RUNS + FIT, {}, createStudy()));
        expect(second).toEqual(await studyOf(other, {}, createStudy()));
    });
});

describe('the same spec', () => {
    it('gives the same report to the last digit', async () => {
        const text = `${RUNS}${FIT}predict y(5)\nbudget b { minimize y(x) subject to x >= C for C in 1 .. 10 }\n`;
        const [first, second] = [await studyOf(text, {}, createStudy()), await studyOf(text, {}, createStudy())];
        expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    });

    it('gives the same answers in whatever order its statements stand', async () => {
        const [law, fit] = FIT.split(/(?<=\n)/);
        const forwards = await studyOf(`${RUNS}${law}${fit}predict y(5)\n`);
        const backwards = await studyOf(`predict y(5)\n${fit}${law}${RUNS}`);
        expect(backwards.fits[0].parameters).toEqual(forwards.fits[0].parameters);
        expect(backwards.predictions[0]).toMatchObject({
            estimate: forwards.predictions[0].estimate,
            interval: forwards.predictions[0].interval,
        });
    });

    it('with another seed gives the same estimates and other intervals', async () => {
        const [first, second] = [await studyOf(RUNS + FIT), await studyOf(RUNS + FIT, {}, createStudy({ seed: 9 }))];
        expect(second.fits[0].parameters[0].estimate).toBe(first.fits[0].parameters[0].estimate);
        expect(second.fits[0].parameters[0].interval).not.toEqual(first.fits[0].parameters[0].interval);
    });
});
