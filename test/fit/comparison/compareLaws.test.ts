/** Which law describes some runs best, and whether the runs can tell. */
import { describe, expect, it } from 'vitest';
import { compareLaws } from '../../../src/fit/comparison/compareLaws.js';
import type { ComparisonProblem } from '../../../src/fit/comparison/problem.js';
import type { Comparison, Standing } from '../../../src/fit/comparison/result.js';
import type { FitProblem } from '../../../src/fit/problem.js';
import type { Columns } from '../support/problems.js';
import { CHINCHILLA, HUBER_OF_LOG, PATIENT, SQUARES, gridOfRuns, problemOf, simulate } from '../support/problems.js';
import { chinchillaRuns } from '../support/publishedRuns.js';

const truth = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };
const runs = gridOfRuns(5);
const compute = runs.N.map((n, i) => 6 * n * runs.D[i]);
const observed = simulate(CHINCHILLA, runs, truth, { relative: 0.01 });

const laws = {
    chinchilla: CHINCHILLA,
    sizeAlone: 'E + A / N^alpha',
    relabelled: 'A0 + B / N^b + C / D^c',
    product: 'K * N^a * D^b',
};

function question(
    names: readonly (keyof typeof laws)[],
    target: Float64Array,
    more: Partial<ComparisonProblem> = {},
    options: Partial<FitProblem> = {},
    columns: Columns = runs,
): ComparisonProblem {
    const candidates = names.map((name) => ({
        name,
        problem: { ...problemOf(laws[name], columns, target, { objective: HUBER_OF_LOG }), ...options },
    }));
    return { candidates, compute: null, heldOut: null, folds: 4, seed: 1, ...more };
}

async function compare(asked: ComparisonProblem): Promise<Comparison> {
    const comparison = await compareLaws(asked, PATIENT);
    expectNoNaN(comparison);
    return comparison;
}

function expectNoNaN(value: unknown): void {
    if (typeof value === 'number') expect(value).not.toBeNaN();
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectNoNaN);
}

const verdicts = ({ standings }: Comparison): string[] => standings.map(({ name, verdict }) => `${name}: ${verdict}`);

function standingOf({ standings }: Comparison, name: string): Standing {
    return standings.find((standing) => standing.name === name)!;
}

describe('compareLaws', () => {
    it('finds the law that the runs come from, by all three scores', async () => {
        const comparison = await compare(question(['sizeAlone', 'chinchilla'], observed, { compute, folds: 10 }));
        expect(comparison.rankedBy).toBe('error');
        expect(comparison.scoring).toEqual({
            kind: 'cross-validation',
            measure: 'log',
            rows: 25,
            description: '10-fold cross-validation of 25 rows',
        });
        expect(comparison.standings[0]).toMatchObject({
            name: 'chinchilla',
            verdict: 'best',
            freeParameters: 5,
            error: { rank: 1 },
            aicc: { rank: 1 },
            bic: { rank: 1 },
        });
        expect(comparison.standings.slice(1).every(({ verdict }) => verdict === 'worse')).toBe(true);
        // The noise is 1 %: its mean size is √(2/π) of that.
        expect(comparison.standings[0].logError).toBeGreaterThan(0.006);
        expect(comparison.standings[0].logError).toBeLessThan(0.013);
        expect(standingOf(comparison, 'compute alone')).toMatchObject({ isNullModel: true, freeParameters: 3 });
        expect(comparison.notes).toEqual([]);
    });

    it('says that runs know no more than compute, where that is so', async () => {
        const fromCompute = simulate(
            'E + k * C^(0 - a)',
            { C: compute },
            { E: 1.7, k: 60, a: 0.08 },
            { relative: 0.01 },
        );
        const comparison = await compare(question(['chinchilla'], fromCompute, { compute }));
        expect(standingOf(comparison, 'compute alone').verdict).not.toBe('worse');
        expect(comparison.notes[0]).toMatch(/^No law is shown to be better than compute alone/);
    });

    it('takes a law under another name for the same', async () => {
        const comparison = await compare(question(['chinchilla', 'relabelled'], observed));
        expect(verdicts(comparison).map((text) => text.split(': ')[1])).toEqual(['best', 'indistinguishable']);
        const [best, other] = comparison.standings;
        expect(other.error.difference!.value).toBeLessThan(1e-6);
        expect(Math.abs(other.aicc.value! - best.aicc.value!)).toBeLessThan(1e-4);
        expect(other.words).toMatch(/^Indistinguishable from /);
    });

    it('scores held-out rows', async () => {
        const index = Array.from({ length: 8 }, (_, i) => i);
        const far = {
            N: Float64Array.from(index, (i) => 2e10 * 1.5 ** i),
            D: Float64Array.from(index, (i) => 4e12 / 1.7 ** i),
        };
        const precise = simulate(CHINCHILLA, runs, truth, { relative: 0.001 });
        const heldOut = {
            target: simulate(CHINCHILLA, far, truth, { relative: 0.001 }),
            columns: [
                [far.N, far.D],
                [far.N, far.D],
            ],
            compute: far.N.map((n, i) => 6 * n * far.D[i]),
        };
        const comparison = await compare(question(['sizeAlone', 'chinchilla'], precise, { compute, heldOut }));
        expect(comparison.scoring).toMatchObject({ kind: 'held-out', rows: 8, description: '8 held-out rows' });
        expect(verdicts(comparison)[0]).toBe('chinchilla: best');
        expect(comparison.standings[0].relativeError).toBeCloseTo(comparison.standings[0].logError!, 3);
        expect(standingOf(comparison, 'sizeAlone').words).toMatch(
            /^Worse than chinchilla: its error is higher by .* %/,
        );

        const single = {
            target: heldOut.target.slice(0, 1),
            columns: heldOut.columns.map((columns) => columns.map((column) => column.slice(0, 1))),
            compute: null,
        };
        const doubtful = await compare(question(['sizeAlone', 'chinchilla'], precise, { compute, heldOut: single }));
        expect(verdicts(doubtful)).toEqual([
            'chinchilla: best',
            'sizeAlone: indistinguishable',
            'compute alone: unranked',
        ]);
        expect(standingOf(doubtful, 'compute alone').error.reason).toContain('not known of the held-out rows');
    });

    it('keeps the rows of a cluster together and says what the criteria leave out of account', async () => {
        const clusters = Uint32Array.from(observed, (_, i) => Math.floor(i / 5));
        const comparison = await compare(question(['sizeAlone', 'product'], observed, { folds: 10 }, { clusters }));
        expect(comparison.scoring.description).toBe('5-fold cross-validation of 25 rows in 5 clusters');
        expect(comparison.notes).toEqual([expect.stringContaining('rows of a cluster as independent')]);
    });

    it('scores a quantile by its own loss', async () => {
        const comparison = await compare(
            question(
                ['product', 'chinchilla'],
                observed,
                {},
                { objective: { kind: 'asymmetric', weight: 0.1, ofLog: true } },
            ),
        );
        expect(comparison.scoring.measure).toBe('objective');
        expect(comparison.density).toBe('two half normals of unlike width');
        expect(comparison.standings[0].name).toBe('chinchilla');
    });

    it('has the same answer each time, and folds that depend on the seed', async () => {
        const once = await compare(question(['product', 'sizeAlone'], observed));
        expect(await compare(question(['product', 'sizeAlone'], observed))).toEqual(once);
        const other = await compare(question(['product', 'sizeAlone'], observed, { seed: 2 }));
        expect(other.standings[0].error.value).not.toBe(once.standings[0].error.value);
    });

    it('can be cancelled', async () => {
        let pauses = 0;
        const pause = (): void => {
            if (++pauses === 3) throw new Error('cancelled');
        };
        await expect(compareLaws(question(['chinchilla', 'product'], observed), { pause })).rejects.toThrow(
            'cancelled',
        );
    });
});

describe('nothing to compare', () => {
    it('no laws', async () => {
        const { standings, rankedBy, notes } = await compare(question([], observed, { compute }));
        expect({ standings, rankedBy, notes }).toEqual({ standings: [], rankedBy: null, notes: [] });
    });

    it('no rows', async () => {
        const none = { N: new Float64Array(0), D: new Float64Array(0) };
        const comparison = await compare(question(['chinchilla', 'product'], none.N, { compute: none.N }, {}, none));
        expect(verdicts(comparison)).toEqual(['chinchilla: unranked', 'product: unranked', 'compute alone: unranked']);
        expect(comparison.rankedBy).toBeNull();
        expect(comparison.standings[0].words).toBe('Not ranked: There are no rows to fit the law to.');
    });

    it('one row', async () => {
        const one = { N: Float64Array.of(1e9), D: Float64Array.of(1e10) };
        const comparison = await compare(question(['chinchilla', 'product'], Float64Array.of(2.5), {}, {}, one));
        expect(verdicts(comparison)).toEqual(['chinchilla: unranked', 'product: unranked']);
    });

    it('a law that cannot be fitted stands last, with its reason', async () => {
        const { candidates, ...rest } = question(['product', 'chinchilla'], observed);
        const impossible = { name: 'impossible', problem: problemOf('a * log(0 - N)', runs, observed) };
        const comparison = await compare({ ...rest, candidates: [impossible, ...candidates] });
        expect(comparison.standings.at(-1)).toMatchObject({
            name: 'impossible',
            verdict: 'unranked',
            logLikelihood: null,
        });
        expect(comparison.standings.at(-1)!.words).toContain('No values of the parameters were found');
        expect(comparison.standings[0]).toMatchObject({ name: 'chinchilla', verdict: 'best' });
    });

    it('as many parameters as rows', async () => {
        const few = { N: runs.N.slice(0, 6), D: Float64Array.of(1e9, 3e10, 2e9, 1e11, 5e9, 2e10) };
        const comparison = await compare(question(['chinchilla', 'sizeAlone'], observed.slice(0, 6), {}, {}, few));
        const large = standingOf(comparison, 'chinchilla');
        expect([large.aicc.value, large.bic.value]).toEqual([null, null]);
        expect(large.aicc.reason).toBe(
            '6 rows are too few for an information criterion of a law with 5 free parameters: 8 are the least.',
        );
        expect(standingOf(comparison, 'sizeAlone').aicc.value).not.toBeNull();
    });

    it('laws that meet every observation differ by nothing', async () => {
        const x = Float64Array.from({ length: 12 }, (_, i) => i + 1);
        const line = (law: string, name: string) => ({
            name,
            problem: problemOf(
                law,
                { x },
                x.map((at) => 3 * at + 1),
                { objective: SQUARES },
            ),
        });
        const comparison = await compare({
            candidates: [line('a * x^2 + b * x + c', 'parabola'), line('b * x + c', 'line')],
            compute: null,
            heldOut: null,
            folds: 4,
            seed: 1,
        });
        expect(comparison.standings.map(({ verdict }) => verdict).sort()).toEqual(['best', 'indistinguishable']);
        expect(standingOf(comparison, 'line').bic.rank).toBe(1);
    });

    it('values that are not positive are scored as they are', async () => {
        const x = Float64Array.from({ length: 20 }, (_, i) => i - 10);
        const target = simulate('a * x + b', { x }, { a: 2, b: 1 }, { absolute: 0.3 });
        const candidate = (law: string, name: string) => ({
            name,
            problem: problemOf(law, { x }, target, { objective: SQUARES }),
        });
        const comparison = await compare({
            candidates: [candidate('a * x + b', 'line'), candidate('b', 'constant')],
            compute: x.map((_, i) => 1e20 * (1 + ((7 * i) % 20))),
            heldOut: null,
            folds: 10,
            seed: 1,
        });
        expect(comparison.scoring.measure).toBe('absolute');
        expect(verdicts(comparison)).toContain('line: best');
        expect(standingOf(comparison, 'constant')).toMatchObject({ verdict: 'worse', logError: null });
    });

    it('time that runs out ends with what there is', async () => {
        const comparison = await compareLaws(question(['chinchilla'], observed), {
            pause: () => undefined,
            expired: () => true,
        });
        expectNoNaN(comparison);
        expect(comparison.standings[0].error.value).toBeNull();
    });
});

const published = chinchillaRuns();

describe.skipIf(published === undefined)('the 240 Chinchilla points', () => {
    it('tell the two-term law from compute alone and from a law of size alone', async () => {
        const { columns, loss } = published!;
        const comparison = await compare(
            question(
                ['sizeAlone', 'chinchilla', 'product'],
                loss,
                { compute: columns.N.map((n, i) => 6 * n * columns.D[i]) },
                {},
                { N: columns.N, D: columns.D },
            ),
        );
        expect(verdicts(comparison)[0]).toBe('chinchilla: best');
        expect(comparison.standings.slice(1).every(({ verdict }) => verdict === 'worse')).toBe(true);
        expect(comparison.standings[0].logError).toBeLessThan(0.01);
    });
});
