import { describe, expect, it } from 'vitest';
import type { ComparisonView } from '../../src/protocol/comparisonView.js';
import type { CurvesView } from '../../src/protocol/curvesPanel.js';
import type { FitView } from '../../src/protocol/fitView.js';
import { rebaseReport } from '../../src/server/rebaseReport.js';
import { shiftBetween } from '../../src/server/textShift.js';
import { allocationView } from '../../src/server/views/allocationView.js';
import { curvesView } from '../../src/server/views/curvesView.js';
import { createStudy } from '../../src/study/study.js';
import { BOOTSTRAPPED, ISOFLOPS } from './fixtures.js';

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

function fitsIn({ figures }: CurvesView): FitView[] {
    return figures.filter((figure) => figure.kind === 'fit');
}

/** JSON has no NaN: what goes through it and comes back is what was sent. */
function expectPlain(view: unknown): void {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
}

describe('views', () => {
    it('of curves are plain data', async () => {
        const view = curvesView(URI, await study.curves(URI, documents, HOST, PATIENCE));
        expectPlain(view);
        expect(view.documentName).toBe('power.scaling');
        const [fit] = fitsIn(view);
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
        const levels = new Map(fitsIn(view)[0].axes.map(({ key, level }) => [key, level]));
        expect(levels.get('N')).toBe('D');
        expect(levels.get('D')).toBe('N');
    });

    it('of a comparison are plain data, with the difference to the best of all but the best', async () => {
        const laws = 'law flat(N) = c / N^0\ncompare flat, power on pilot { objective squares bootstrap 20 }\n';
        const view = curvesView(URI, await study.curves(URI, [{ uri: URI, text: TEXT + laws }], HOST, PATIENCE));
        expectPlain(view);
        expect(view.figures.map(({ id }) => id)).toEqual(['power/pilot/', 'compare/flat,power/pilot']);
        const comparison = view.figures[1] as ComparisonView;
        expect(comparison.scoring).toBe('cross-validation');
        expect(comparison.laws.map(({ name }) => name)).toEqual(['flat', 'power']);
        const best = comparison.laws.find(({ place }) => place === 0)!;
        expect(best.verdict).toBe('best');
        expect(best.error.difference).toBeNull();
        const other = comparison.laws.find(({ place }) => place === 1)!;
        expect(other.error.difference).toBeCloseTo(other.error.value! - best.error.value!, 12);
        expect(other.predicted).toHaveLength(comparison.rows.lines.length);
    });

    it('of a fit carry what its options ask for', async () => {
        const text = TEXT.replace('bootstrap 50', 'holdout along N\n  influence\n  bootstrap 50');
        const view = curvesView(URI, await study.curves(URI, [{ uri: URI, text }], HOST, PATIENCE));
        expectPlain(view);
        const [{ rolling, influence, points, reduction }] = fitsIn(view);
        expect(rolling!.values).toEqual(points.x.N);
        expect(rolling!.cuts.length).toBeGreaterThan(0);
        expect(influence!.tried).toBe(5);
        const distances = influence!.rows.map(({ distance }) => distance);
        expect(distances).toEqual([...distances].sort((a, b) => b - a));
        expect(influence!.rows[0].changes.map(({ name }) => name)).toEqual(['E', 'A', 'alpha']);
        expect(reduction).toBeNull();
    });

    it('of a reduction tell of each budget, used or not', async () => {
        const view = curvesView(URI, await study.curves(URI, [{ uri: URI, text: ISOFLOPS }], HOST, PATIENCE));
        expectPlain(view);
        const [{ reduction, points, fittedRows }] = fitsIn(view);
        expect(reduction!.rows.map(({ isUsed }) => isUsed)).toEqual([true, true, false]);
        expect(reduction!.rows[2].message).toMatch(/too few/);
        expect([fittedRows, points.observed.length, reduction!.unusedRuns]).toEqual([2, 2, 2]);
        const [lower, upper] = reduction!.rows[0].sizeInterval!;
        expect(lower).toBeLessThan(reduction!.rows[0].size!);
        expect(upper).toBeGreaterThan(reduction!.rows[0].size!);
    });

    it('give each of several statements of the same law and runs an id of its own', async () => {
        const twice = `${TEXT}compare power, flat on pilot\ncompare power, flat on pilot\nlaw flat(N) = c / N^0\n`;
        const view = curvesView(URI, await study.curves(URI, [{ uri: URI, text: twice }], HOST, PATIENCE));
        expect(new Set(view.figures.map(({ id }) => id)).size).toBe(view.figures.length);
        expect(view.figures).toHaveLength(3);
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
        expect(view.budgets[0].sentences).toEqual(
            expect.arrayContaining([expect.stringMatching(/^10? % (more|less) of `/)]),
        );
        expect(view.budgets[0].alongRange).toEqual([]);
        expect(view.budgets[2].sweep?.values.length).toBeGreaterThan(2);
        expect(view.budgets[2].alongRange).toEqual(
            expect.arrayContaining([expect.stringMatching(/^`.*` limits throughout\.$/), expect.stringMatching(/^N /)]),
        );
    });

    it('of a mixture are plain data, in the words of the hover', async () => {
        const text = `runs samples {
  | problem | model | n  | c |
  | a       | one   | 10 | 5 |
  | a       | other | 10 | 0 |
  | b       | one   | 10 | 0 |
  | b       | other | 10 | 4 |
}
budget mixture {
  maximize solved(k, c, n by problem)
  subject to spent(k by problem) <= 2
  over k by model in samples
}`;
        const view = allocationView(URI, await study.allocation(URI, [{ uri: URI, text }], HOST, PATIENCE));
        expectPlain(view);
        const { compared, sentences, coverage } = view.budgets[0].mixture!;
        expect(compared.map(([label]) => label)).toEqual([
            '',
            'mixture',
            'best single: 2 of one',
            'uniform: 1 of each',
        ]);
        expect(sentences).toEqual(['Intervals over 2 problems drawn anew, this mixture scored again.']);
        expect(coverage.solved.estimate).toBeCloseTo((5 / 10 + 4 / 10) / 2, 10);
    });

    it('of plans are plain data, whether there is a plan or not', async () => {
        const target = 'plan next {\n  narrow power(1000)\n  N in 2 .. 200\n';
        const text = `${TEXT}${target}  batch 2\n}\n${target.replace('next', 'none')}  total N <= 1\n}\n`;
        const view = allocationView(URI, await study.allocation(URI, [{ uri: URI, text }], HOST, PATIENCE));
        expectPlain(view);
        const [next, none] = view.plans;
        expect(next).toMatchObject({
            name: 'next',
            target: 'power(1000)',
            isPlanned: true,
            plane: null,
            designs: null,
        });
        expect(next.message).toMatch(/^`power\(1000\)` is .*\. Its 95 % interval is .* after 2 runs\.$/);
        expect(next.searched).toMatch(/^Of \d+ candidates, values in ranges to within .*\.$/);
        expect(next.runs).toHaveLength(3);
        const { steps } = next.narrowing!;
        expect(steps).toHaveLength(3);
        const widths = steps.map(({ lower, upper }) => upper - lower);
        expect(widths).toEqual([...widths].sort((a, b) => b - a));
        expect(none).toMatchObject({ isPlanned: false, runs: null, narrowing: null, searched: null });
        expect(none.message).not.toBe('');
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

    it('moves the runs of a reduction, too', async () => {
        const report = await study.analyse(URI, [{ uri: URI, text: ISOFLOPS }], HOST, PATIENCE);
        const appended = rebaseReport(report, shiftBetween(ISOFLOPS, `// new\n${ISOFLOPS}`));
        const linesOf = ({ fits }: typeof report) => fits[0].reduction!.rows.map(({ lines }) => lines);
        expect(linesOf(appended)).toEqual(linesOf(report).map((lines) => lines.map((line) => line + 1)));
    });
});
