/**
 * Writes surface.csv: SIMULATED runs, for examples/surface.scaling. Nobody trained these models. Their losses are the law of
 * Hoffmann et al. 2022 (arXiv:2203.15556, constants of the TeX source) times noise of 0.5 %, from a fixed seed.
 *
 *     node examples/make-surface.mjs
 */
import { writeFileSync } from 'node:fs';

const LAW = {
    E: Math.exp(0.5267228),
    A: Math.exp(6.0073404),
    B: Math.exp(6.0179186),
    alpha: 0.33917084,
    beta: 0.2849083,
};
const NOISE = 0.005;
const SEED = 20220329;

const SIZES = [50e6, 100e6, 200e6, 400e6, 800e6, 1.6e9, 3.2e9];
const TOKENS_PER_PARAMETER = [5, 10, 20, 40, 80, 160];
const LARGEST_COMPUTE = 3e21;

const random = mulberry32(SEED);
const rows = SIZES.flatMap((N) =>
    TOKENS_PER_PARAMETER.map((ratio) => ({ N, D: ratio * N, ratio })).filter(({ D }) => 6 * N * D <= LARGEST_COMPUTE),
).map(({ N, D, ratio }) => {
    const loss = (LAW.E + LAW.A / N ** LAW.alpha + LAW.B / D ** LAW.beta) * Math.exp(NOISE * gaussian());
    return [
        `sim-${N / 1e6}m-${ratio}x`,
        N / 1e6,
        D / 1e9,
        (6 * N * D).toExponential(3).replace('+', ''),
        loss.toFixed(4),
    ];
});

writeFileSync(
    new URL('surface.csv', import.meta.url),
    [
        '# SIMULATED runs, not real ones: the law of Hoffmann et al. 2022 plus 0.5 % noise, made by make-surface.mjs',
        'run,Params (M),Tokens (B),FLOP,loss',
        ...rows.map((row) => row.join(',')),
        '',
    ].join('\n'),
);

/** Two uniform numbers make a normal one (Box and Muller 1958). */
function gaussian() {
    return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Uniform numbers in [0, 1) from 32 bits of state (T. Ettinger's mulberry32). */
function mulberry32(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let bits = Math.imul(state ^ (state >>> 15), 1 | state);
        bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
        return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
    };
}
