import { describe, expect, it } from 'vitest';
import { rebaseReport } from '../../src/server/rebaseReport.js';
import { shiftBetween } from '../../src/server/textShift.js';
import { allocationView } from '../../src/server/views/allocationView.js';
import { curvesView } from '../../src/server/views/curvesView.js';
import { createStudy } from '../../src/study/study.js';
import { BOOTSTRAPPED } from './fixtures.js';

const URI = 'file:///specs/power.scaling';
const HOST = { readFile: async () => undefined };
const PATIENCE = { pause: () => undefined };
const TEXT = `${BOOTSTRAPPED}
budget split {
  minimize power(N) + M
  subject to N / M <= 1e3
}
budget frontier {
  minimize N
  subject to power(N) <= level
  for level in 3 .. 8
}
`;
const documents = [{ uri: URI, text: TEXT }];
const study = createStudy();

/** JSON has no NaN: what goes through it and comes back is what was sent. */
function expectPlain(view: unknown): void {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
}

describe('views', () => {
    it('of curves are plain data', async () => {
        const view = curvesView(URI, await study.curves(URI, documents, HOST, PATIENCE));
        expectPlain(view);
        expect(view.documentName).toBe('power.scaling');
        const [fit] = view.fits;
        expect(fit).toMatchObject({ id: 'power/pilot/', law: 'power', target: 'loss', fittedRows: 5, converged: true });
        expect(fit.parameters.map(({ name, note }) => [name, note])).toEqual([
            ['E', null],
            ['A', null],
            ['alpha', null],
        ]);
        expect(fit.axes.map(({ key, level }) => [key, level])).toEqual([['N', null]]);
    });

    it('name the axis that curves hold', async () => {
        const rows = [1, 2, 4, 8].flatMap((N) => [1, 3, 9].map((D) => `| ${N} | ${D} | ${1 + 2 / N + 3 / D} |`));
        const text = `runs r {\n| N | D | loss |\n${rows.join('\n')}\n}\nlaw f(N, D) = E + A / N + B / D\nfit f to r`;
        const view = curvesView(URI, await study.curves(URI, [{ uri: URI, text }], HOST, PATIENCE));
        const levels = new Map(view.fits[0].axes.map(({ key, level }) => [key, level]));
        expect(levels.get('N')).toBe('D');
        expect(levels.get('D')).toBe('N');
    });

    it('of budgets are plain data, with what is limited apart from its number', async () => {
        const view = allocationView(URI, await study.allocation(URI, documents, HOST, PATIENCE));
        expectPlain(view);
        expect(view.budgets.map(({ name, status }) => `${name} ${status}`)).toEqual([
            'cheapest optimal',
            'split optimal',
            'frontier optimal',
        ]);
        expect(view.budgets[1].limit).toMatchObject({ text: 'N / M', written: 1000 });
        expect(view.budgets[0].messages).toEqual([]);
        expect(view.budgets[2].sweep?.values.length).toBeGreaterThan(2);
    });
});

describe('a report on an older text', () => {
    it('moves with the text, and loses what was edited', async () => {
        const report = await study.analyse(URI, documents, HOST, PATIENCE);
        const appended = rebaseReport(report, shiftBetween(TEXT, `// new\n${TEXT}`));
        expect(appended.predictions[0].range.start.line).toBe(report.predictions[0].range.start.line + 1);
        expect(appended.fits[0].rowReports!.map(({ line }) => line)).toEqual(
            report.fits[0].rowReports!.map(({ line }) => line + 1),
        );
        const row = rebaseReport(report, shiftBetween(TEXT, TEXT.replace('| 16  | 4 |', '| 16  | 5 |')));
        expect(row.fits[0].rowReports).toHaveLength(5);
        expect(row.budgets).toHaveLength(3);
    });
});
