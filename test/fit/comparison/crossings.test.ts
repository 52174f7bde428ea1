/** Where two fitted laws predict the same, and how sure that is. */
import { describe, expect, it } from 'vitest';
import { findCrossings } from '../../../src/fit/comparison/crossings.js';
import type { Crossings } from '../../../src/fit/comparison/crossings.js';
import { alongPath } from '../../../src/fit/comparison/curves.js';
import type { Curve } from '../../../src/fit/comparison/curves.js';
import { alongFrontier } from '../../../src/fit/comparison/frontier.js';
import { fit } from '../../../src/fit/fit.js';
import { freeNames } from '../../../src/expression/names.js';
import { formula } from '../support/formula.js';
import { CHINCHILLA, HUBER_OF_LOG, PATIENT, geometric, gridOfRuns, problemOf, simulate } from '../support/problems.js';

/** A law of x with known constants, without draws. */
function exactly(name: string, text: string): Curve {
    return alongPath(
        { name, law: formula(text), argumentNames: ['x'], fitted: { names: [], values: [], draws: null } },
        [(x) => x],
    );
}

type Constants = readonly [E: number, k: number, a: number];

/** The law E + k·x^-a, and a draw of it for each `by`: its constants unless `moved` says otherwise. */
function drawn(
    name: string,
    constants: Constants,
    by: readonly number[],
    moved: (by: number) => Constants = () => constants,
): Curve {
    const draws = by.map(moved);
    const fitted = {
        names: ['E', 'k', 'a'],
        values: constants,
        draws: { count: draws.length, values: Float64Array.from(draws.flat()) },
    };
    return alongPath({ name, law: formula('E + k * x^(-a)'), argumentNames: ['x'], fitted }, [(x) => x]);
}

function cross(first: Curve, second: Curve, range: [number, number] = [1e18, 1e21], decades = 3): Promise<Crossings> {
    return findCrossings({ curves: [first, second], range, decades }, PATIENT);
}

describe('findCrossings', () => {
    it('finds where two power laws meet', async () => {
        const { crossings, message } = await cross(exactly('flat', '5 * x^(-0.05)'), exactly('steep', '60 * x^(-0.1)'));
        expect(crossings).toHaveLength(1);
        expect(crossings[0].at / 12 ** 20).toBeCloseTo(1, 10);
        expect(crossings[0].value).toBeCloseTo(25 / 60, 12);
        expect(crossings[0]).toMatchObject({ lowerBeyond: 'steep', interval: null });
        expect(message).toBe('flat and steep cross at 3.83e21, steep predicts less beyond.');
    });

    it('finds all of several, in order, and no pole', async () => {
        const wave = exactly('wave', '2 + sin(log(x))');
        const { crossings } = await cross(wave, exactly('level', '2 + 0 * x'), [1, 1e4], 0);
        expect(crossings.map(({ at }) => Math.log(at) / Math.PI)).toEqual([1, 2].map((k) => expect.closeTo(k, 12)));
        expect(crossings.map(({ lowerBeyond }) => lowerBeyond)).toEqual(['wave', 'level']);
        const pole = await cross(exactly('pole', '1 / (x - 30)'), exactly('nothing', '0 * x'), [1, 1000], 0);
        expect(pole.crossings).toEqual([]);
    });

    it('says that there is none, and in which range', async () => {
        const { crossings, message } = await cross(exactly('a', '2 * x^(-0.1)'), exactly('b', '3 * x^(-0.1)'));
        expect(crossings).toEqual([]);
        expect(message).toBe('No crossing within [1e15, 1e24]: a predicts less throughout.');
    });

    it('says that laws are the same, or that they cannot be computed', async () => {
        const same = await cross(exactly('a', '2 * x^(-0.1)'), exactly('b', '2 / x^0.1'));
        expect(same.message).toBe('a and b predict the same within [1e15, 1e24].');
        const neither = await cross(exactly('a', 'log(-x)'), exactly('b', 'x'));
        expect(neither.message).toBe('a and b cannot both be computed anywhere within [1e15, 1e24].');
    });

    it('takes its interval from paired draws', async () => {
        // The two laws differ by E alone, which moves in both together: the crossing does not move.
        const shifts = Array.from({ length: 200 }, (_, i) => 0.001 * (i - 100));
        const first = drawn('first', [1.5, 100, 0.1], shifts, (by) => [1.5 + by, 100, 0.1]);
        const second = drawn('second', [1.4, 700, 0.15], shifts, (by) => [1.4 + by, 700, 0.15]);
        const { crossings } = await cross(first, second);
        const [lower, upper] = crossings[0].interval!;
        expect(upper! / lower!).toBeLessThan(1.001);
        expect(crossings[0].at / lower!).toBeCloseTo(1, 3);
        // Not paired, it moves by factors.
        const alone = drawn('alone', [1.4, 700, 0.15], shifts);
        const wide = (await cross(first, alone)).crossings[0].interval!;
        expect(wide[1]! / wide[0]!).toBeGreaterThan(2);
    });

    it('leaves an end of the interval open where draws cross beyond the range, or not at all', async () => {
        // With an exponent below 0.1 the second law never gets below the first.
        const exponents = Array.from({ length: 101 }, (_, i) => 0.1 + 0.0002 * (i - 50));
        const first = drawn('first', [0, 100, 0.1], exponents);
        const second = drawn('second', [0, 150, 0.105], exponents, (a) => [0, 150, a + 0.005]);
        const { crossings, crossingDraws, message } = await cross(first, second, [1e12, 1e30], 6);
        expect(crossings[0].at / 1.5 ** 200).toBeCloseTo(1, 9);
        expect(crossings[0].interval![0]).toBeGreaterThan(1e11);
        expect(crossings[0].interval![1]).toBeNull();
        expect(crossingDraws).toBeNull();
        expect(message).toContain('to beyond 1e36');
    });

    it('mentions a crossing that only the draws have', async () => {
        const exponents = Array.from({ length: 100 }, (_, i) => 0.1 + 0.001 * (i - 60));
        const first = drawn('first', [0, 100, 0.1], exponents);
        const second = drawn('second', [0, 150, 0.1], exponents, (a) => [0, 150, a]);
        const { crossings, crossingDraws, message } = await cross(first, second, [1e18, 1e30], 6);
        expect(crossings).toEqual([]);
        // x = 1.5^(1/δ) lies between 1e12 and 1e36 for δ of 0.005 to 0.014, in steps of 0.001.
        expect(crossingDraws).toBe(0.1);
        expect(message).toMatch(/first predicts less throughout\. They do cross in 10 % of the resamples\.$/);
    });

    it('can be cancelled', async () => {
        const draws = Array.from({ length: 50 }, () => 0);
        const pause = (done: number): void => {
            if (done > 20) throw new Error('cancelled');
        };
        const curves = [drawn('a', [0, 100, 0.1], draws), drawn('b', [0, 150, 0.12], draws)] as const;
        await expect(findCrossings({ curves, range: [1, 10], decades: 3 }, { pause })).rejects.toThrow('cancelled');
    });
});

describe('along compute at the best allocation', () => {
    const hoffmann = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };
    const frontier = (constants: Record<string, number>, name = 'law'): Curve => {
        const law = formula(CHINCHILLA);
        const names = freeNames(law).filter((text) => text in constants);
        const fitted = { names, values: names.map((text) => constants[text]), draws: null };
        return alongFrontier({ name, law, argumentNames: ['N', 'D'], fitted });
    };

    it('is the closed form of Hoffmann et al. 2022, equation 4', () => {
        const { E, A, alpha, B, beta } = hoffmann;
        const compute = geometric(1e18, 1e27, 10);
        const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
        const expected = compute.map((C) => {
            const N = G * (C / 6) ** (beta / (alpha + beta));
            return E + A / N ** alpha + B / (C / 6 / N) ** beta;
        });
        const curve = frontier(hoffmann);
        const values = curve.valuesAt(compute, curve.fitted.values);
        values.forEach((value, k) => expect(value / expected[k]).toBeCloseTo(1, 11));
    });

    it('has an edge where one of N and D does not matter', () => {
        const law = formula('E + A / N^alpha + 0 * D');
        const curve = alongFrontier({
            name: 'size alone',
            law,
            argumentNames: ['N', 'D'],
            fitted: { names: ['E', 'A', 'alpha'], values: [1.7, 400, 0.34], draws: null },
        });
        expect(curve.valuesAt(Float64Array.of(6e20), curve.fitted.values)[0]).toBeCloseTo(1.7 + 400 / 1e20 ** 0.34, 12);
    });

    it('two fitted laws cross near where the true ones do, within the interval', async () => {
        const runs = gridOfRuns(5);
        const other = { E: 2, A: 150, alpha: 0.34, B: 150, beta: 0.28 };
        const fitted = async (name: string, truth: Record<string, number>): Promise<Curve> => {
            const target = simulate(CHINCHILLA, runs, truth, { relative: 0.002 });
            const bootstrap = { replicates: 40, seed: 3 };
            const problem = problemOf(CHINCHILLA, runs, target, { objective: HUBER_OF_LOG, bootstrap });
            const { parameters, draws } = await fit(problem, PATIENT);
            return alongFrontier({
                name,
                law: problem.law,
                argumentNames: ['N', 'D'],
                fitted: {
                    names: parameters.map((parameter) => parameter.name),
                    values: parameters.map(({ estimate }) => estimate!),
                    draws,
                },
            });
        };
        const [truly] = (await cross(frontier(hoffmann), frontier(other))).crossings;
        const [found] = (await cross(await fitted('one', hoffmann), await fitted('other', other))).crossings;
        expect(found.lowerBeyond).toBe('one');
        expect(Math.abs(Math.log10(found.at / truly.at))).toBeLessThan(0.5);
        const [lower, upper] = found.interval!;
        expect(lower === null || lower < truly.at).toBe(true);
        expect(upper === null || upper > truly.at).toBe(true);
    });
});
