import { describe, expect, it } from 'vitest';
import { linearParameters } from '../../src/fit/linearParameters.js';
import { Criterion, emptyExpansion } from '../../src/fit/criterion.js';
import { compileModel } from '../../src/fit/model.js';
import { lossOf } from '../../src/fit/objectives.js';
import { Pacer } from '../../src/fit/pacing.js';
import { createRandom } from '../../src/fit/random.js';
import { createSample, repeat, thin, withTarget } from '../../src/fit/sample.js';
import { arithmetic, CHINCHILLA, gridOfRuns, HUBER_OF_LOG, PATIENT, problemOf, simulate } from './support/problems.js';

const truth = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };

describe('linearParameters', () => {
    it.each([
        [CHINCHILLA, ['E', 'A', 'B']],
        ['E + (C / C0)^-alpha', ['E']],
        ['a + b * log(x)', ['a', 'b']],
        ['a * b * x', ['a']],
        ['(a + b * x) / (1 + c * x)', ['a', 'b']],
        ['((Nc / N)^(aN / aD) + Dc / D)^aD', []],
    ])('of %s are %j', (law, expected) => {
        const columns = Object.fromEntries(['N', 'D', 'C', 'x'].map((name) => [name, arithmetic(1, 1, 4)]));
        const model = compileModel(problemOf(law, columns, arithmetic(1, 1, 4)));
        expect(linearParameters(model).map((j) => model.parameters[j].name)).toEqual(expected);
    });
});

describe('the criterion', () => {
    const runs = gridOfRuns();
    const problem = problemOf(CHINCHILLA, runs, simulate(CHINCHILLA, runs, truth, { relative: 0.02 }));

    const unequal = {
        weights: runs.N.map((_, i) => 1 + (i % 3)),
        errors: runs.N.map((_, i) => 0.02 * (1 + (i % 5))),
    };

    it.each([
        [true, {}],
        [false, {}],
        [true, unequal],
        [false, unequal],
    ])('has exact first and second derivatives (of log: %s, %o)', async (ofLog, counted) => {
        const model = compileModel(problem);
        const criterion = new Criterion(model, ofLog, new Pacer(PATIENT, 1));
        const sample = await createSample(
            model,
            { ...problem, ...counted, objective: { ...problem.objective, ofLog } },
            criterion.pacer,
        );
        const loss = lossOf({ kind: 'huber', delta: 100 });
        const at = Float64Array.of(1.7, 400, 0.33, 420, 0.29);
        const expandAt = async (j: number, step: number) => {
            const into = emptyExpansion(5);
            await criterion.expand(
                sample,
                loss,
                at.map((p, k) => (k === j ? p * (1 + step) : p)),
                into,
            );
            return into;
        };
        const centre = await expandAt(0, 0);
        for (let j = 0; j < 5; j++) {
            const [above, below] = [await expandAt(j, 1e-5), await expandAt(j, -1e-5)];
            const width = 2e-5 * at[j];
            expect((above.value - below.value) / width / centre.gradient[j]).toBeCloseTo(1, 5);
            for (let k = 0; k < 5; k++) {
                const numeric = (above.gradient[k] - below.gradient[k]) / width;
                const scale = Math.sqrt(centre.gaussNewton[j * 6] * centre.gaussNewton[k * 6]);
                expect((centre.hessian[j * 5 + k] - numeric) / scale).toBeCloseTo(0, 6);
            }
        }
    });

    it('is the same in blocks', async () => {
        const rows = 5000;
        const columns = { N: arithmetic(1e8, 1e6, rows), D: arithmetic(1e10, 1e7, rows) };
        const target = simulate(CHINCHILLA, columns, truth, { relative: 0.02 });
        const long = problemOf(CHINCHILLA, columns, target);
        const model = compileModel(long);
        const criterion = new Criterion(model, true, new Pacer(PATIENT, 1));
        const sample = await createSample(model, long, criterion.pacer);
        const at = Float64Array.from(Object.values(truth));
        const sum = criterion.residuals(sample, at).reduce((total, r) => total + lossOf(HUBER_OF_LOG).value(r), 0);
        expect(sample.blocks.length).toBeGreaterThan(1);
        expect((await criterion.value(sample, lossOf(HUBER_OF_LOG), at)) / sum).toBeCloseTo(1, 12);
    });
});

describe('samples', async () => {
    const runs = gridOfRuns();
    const problem = problemOf(CHINCHILLA, runs, simulate(CHINCHILLA, runs, truth));
    const sample = await createSample(compileModel(problem), problem, new Pacer(PATIENT, 1));

    it('are thinned without repetition, over their whole length', () => {
        const part = thin(sample, 16, createRandom(1));
        expect(part.rows).toBe(16);
        expect(new Set(part.target).size).toBe(16);
        for (let quarter = 0; quarter < 4; quarter++) {
            const rows = sample.target.slice(16 * quarter, 16 * (quarter + 1));
            expect(part.target.filter((value) => rows.includes(value))).toHaveLength(4);
        }
    });

    it('keep a row that is repeated once, and count it more', () => {
        const times = Float64Array.from({ length: 64 }, (_, row) => row % 3);
        const repeated = repeat(sample, times);
        expect(repeated.counts).toEqual(times.filter((count) => count > 0));
        expect(repeated.target).toEqual(sample.target.filter((_, row) => times[row] > 0));
    });

    it('take other observed values', () => {
        const other = withTarget(
            sample,
            sample.target.map((value) => value + 1),
        );
        expect(other.blocks[0].target[3]).toBe(sample.target[3] + 1);
        expect(other.blocks[0].columns[0]).toEqual(sample.blocks[0].columns[0]);
    });
});
