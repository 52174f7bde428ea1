/** How the first two variables of an answer vary together. */
import { expect, it } from 'vitest';
import { correlationOf, jointSpread } from '../../../src/study/answers/jointSpread.js';
import { studyOf } from '../studyOf.js';

const optimum = (values: readonly number[], upper: number | null = 9) => ({
    variables: [
        { name: 'N', estimate: 1, interval: [0.1, upper] },
        { name: 'D', estimate: 1, interval: [0.1, 9] },
    ],
    draws: { count: values.length / 2, values: Float64Array.from(values), drawn: new Uint32Array(values.length / 2) },
});

it('is that of the logarithms of the draws', () => {
    const draws = Array.from({ length: 40 }, (_, draw) => [Math.exp(Math.sin(draw)), Math.exp(3 - 2 * Math.sin(draw))]);
    const spread = jointSpread(optimum(draws.flat()) as never)!;
    expect(spread.names).toEqual(['N', 'D']);
    expect(spread.covariance.vv / spread.covariance.uu).toBeCloseTo(4, 9);
    expect(correlationOf(spread)).toBeCloseTo(-1, 9);
});

it('is not told of a few draws, nor of one variable, and has no correlation where one does not vary', () => {
    expect(jointSpread(optimum([1, 2, 3, 4]) as never)).toBeNull();
    const some = Array.from({ length: 40 }, (_, draw) => 1 + draw);
    expect(jointSpread(optimum(some, null) as never)).toBeNull();
    const fixed = Array.from({ length: 40 }, (_, draw) => [1 + draw, 7]);
    expect(correlationOf(jointSpread(optimum(fixed.flat()) as never)!)).toBeNull();
});

it('stands in the report of a budget whose law is fitted', async () => {
    const rows = [1e8, 3e8, 1e9].flatMap((N) =>
        [2e9, 1e10, 5e10].map(
            (D, k) => `| ${N} | ${D} | ${(1.8 + 400 / N ** 0.34 + 410 / D ** 0.28) * (1 + 0.003 * Math.sin(N + k))} |`,
        ),
    );
    const { budgets } = await studyOf(`runs r {\n| N | D | loss |\n${rows.join('\n')}\n}
law mine = chinchilla
fit mine to r { bootstrap 100 seed 1 }
budget b { minimize mine(N, D) subject to 6 * N * D <= 1e21 FLOP }`);
    const { joint } = budgets[0];
    // What is spent on size is not spent on data.
    expect(joint!.correlation).toBeCloseTo(-1, 6);
    expect(joint!.deviations[0]).toBeCloseTo(joint!.deviations[1], 6);
});
