/** Attempts at random, for tests. */
import fc from 'fast-check';
import type { Attempts } from '../../../src/allocate/mixture/attempts.js';
import { createRandom } from '../../../src/fit/random.js';
import { attemptsOf } from './attempts.js';

/** Some configurations on some problems, few enough to try all mixtures. */
export const small = fc
    .record({
        arms: fc.integer({ min: 1, max: 4 }),
        problems: fc.integer({ min: 1, max: 6 }),
        drawn: fc.integer({ min: 1, max: 7 }),
    })
    .chain(({ arms, problems, drawn }) =>
        fc.record({
            drawn: fc.constant(drawn),
            right: fc.array(
                fc.array(fc.integer({ min: 0, max: drawn }), { minLength: problems, maxLength: problems }),
                {
                    minLength: arms,
                    maxLength: arms,
                },
            ),
            prices: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: arms, maxLength: arms }),
        }),
    );

/** Two configurations on problems of two kinds, with counts for each kind; samples drawn and prices differ from problem to problem. */
export const strata: fc.Arbitrary<Attempts> = fc
    .record({ easy: fc.integer({ min: 1, max: 3 }), hard: fc.integer({ min: 1, max: 3 }), seed: fc.nat() })
    .map(({ easy, hard, seed }) => {
        const random = createRandom(seed);
        const kinds = [
            { labels: 'easy', first: 0, size: easy },
            { labels: 'hard', first: easy, size: hard },
        ];
        const arms = [0, 1].flatMap((configuration) =>
            kinds.map(({ labels, first, size }) => {
                const drawn = Float64Array.from({ length: size }, () => 3 + random.below(3));
                return {
                    labels: [`m${configuration}`, labels],
                    configuration,
                    problems: Int32Array.from({ length: size }, (_, index) => first + index),
                    drawn,
                    right: drawn.map((n) => random.below(n + 1)),
                    price: drawn.map(() => 1 + random.below(4)),
                    limit: Math.min(...drawn),
                };
            }),
        );
        return { problems: easy + hard, arms };
    });

interface Made {
    readonly problems: number;
    readonly drawn: number;
    readonly seed: number;
}

/** Three configurations, each good at some problems. */
export function truth({ problems, drawn, seed }: Made) {
    const random = createRandom(seed);
    const right = Array.from({ length: 3 }, () =>
        Array.from({ length: problems }, () => Math.round(drawn * random.uniform() ** 4)),
    );
    return attemptsOf({ right, drawn });
}

export function oneArm({ problems, drawn, seed }: Made) {
    const random = createRandom(seed);
    const rightOf = (): number => {
        const p = random.uniform();
        return Array.from({ length: drawn }, () => Number(random.uniform() < p)).reduce((sum, each) => sum + each, 0);
    };
    return attemptsOf({ right: [Array.from({ length: problems }, rightOf)], drawn });
}
