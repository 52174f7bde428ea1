/** The closed list of unit names. The reference in `docs` is this table. */
import type { Dimension } from './dimension.js';

export interface Unit {
    /** Every spelling, the usual one first. */
    readonly names: readonly string[];
    readonly dimension: Dimension;
    /** One of this unit, in base terms: params, tokens, FLOP, seconds, accelerators, USD, samples, bits, bytes. */
    readonly factor: number;
    readonly meaning: string;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

const COMPUTE: Dimension = { params: 1, tokens: 1 };
const COMPUTE_RATE: Dimension = { params: 1, tokens: 1, seconds: -1 };
const COMPUTE_RATE_PER_ACCELERATOR: Dimension = { ...COMPUTE_RATE, accelerators: -1 };
const ACCELERATOR_TIME: Dimension = { accelerators: 1, seconds: 1 };
const PRICE_OF_ACCELERATOR_TIME: Dimension = { USD: 1, accelerators: -1, seconds: -1 };

/** Multiples of FLOP, from one to 10^24. */
const COMPUTE_PREFIXES = [
    ['', 1],
    ['k', 1e3],
    ['M', 1e6],
    ['G', 1e9],
    ['T', 1e12],
    ['P', 1e15],
    ['E', 1e18],
    ['Z', 1e21],
    ['Y', 1e24],
] as const;

const RATE_DAY_PREFIXES = COMPUTE_PREFIXES.filter(([prefix]) => ['T', 'P', 'E'].includes(prefix));

const MEMORY_UNITS = [
    ['MB', 1e6],
    ['GB', 1e9],
    ['TB', 1e12],
    ['MiB', 2 ** 20],
    ['GiB', 2 ** 30],
    ['TiB', 2 ** 40],
] as const;

const TIMES = [
    { names: ['s', 'seconds', 'second'], factor: 1, meaning: 'seconds' },
    { names: ['minutes', 'minute'], factor: MINUTE, meaning: '60 seconds' },
    { names: ['hours', 'hour'], factor: HOUR, meaning: '3,600 seconds' },
    { names: ['days', 'day'], factor: DAY, meaning: '24 hours' },
    { names: ['weeks', 'week'], factor: 7 * DAY, meaning: '7 days' },
    { names: ['years', 'year'], factor: 365.25 * DAY, meaning: '365.25 days' },
];

const SIZES: readonly Unit[] = [
    {
        names: ['params', 'param', 'parameters', 'parameter'],
        dimension: { params: 1 },
        factor: 1,
        meaning: 'model parameters',
    },
    { names: ['tokens', 'token'], dimension: { tokens: 1 }, factor: 1, meaning: 'tokens of data' },
    { names: ['samples', 'sample'], dimension: { samples: 1 }, factor: 1, meaning: 'samples, of data or at test time' },
    { names: ['bits', 'bit'], dimension: { bits: 1 }, factor: 1, meaning: 'bits of precision' },
    { names: ['tokens/param'], dimension: { tokens: 1, params: -1 }, factor: 1, meaning: 'tokens per parameter' },
];

const MEMORY: readonly Unit[] = [
    { names: ['bytes', 'byte'], dimension: { bytes: 1 }, factor: 1, meaning: 'bytes of memory or of text' },
    ...MEMORY_UNITS.map(([name, factor]) => ({
        names: [name],
        dimension: { bytes: 1 },
        factor,
        meaning: `${factor.toLocaleString('en')} bytes`,
    })),
    { names: ['bytes/param'], dimension: { bytes: 1, params: -1 }, factor: 1, meaning: 'bytes for each parameter' },
    ...MEMORY_UNITS.filter(([name]) => name === 'GB' || name === 'TB').map(([name, factor]) => ({
        names: [`${name}/s`],
        dimension: { bytes: 1, seconds: -1 },
        factor,
        meaning: `${scientific(factor)} bytes per second, of memory or of a network`,
    })),
];

const COMPUTE_UNITS: readonly Unit[] = [
    ...COMPUTE_PREFIXES.map(([prefix, factor]) => ({
        names: [`${prefix}FLOP`, `${prefix}FLOPs`],
        dimension: COMPUTE,
        factor,
        meaning: prefix === '' ? 'floating-point operations; params × tokens' : `${scientific(factor)} FLOP`,
    })),
    ...RATE_DAY_PREFIXES.map(([prefix, factor]) => ({
        names: ['FLOP', 'F', 'FLOP/s', 'FLOPs']
            .map((part) => `${prefix}${part}-days`)
            .flatMap((name) => [name, name.slice(0, -1)]),
        dimension: COMPUTE,
        factor: factor * DAY,
        meaning: `one day at ${scientific(factor)} FLOP/s: ${scientific(factor * DAY)} FLOP`,
    })),
];

const RATES: readonly Unit[] = [
    ...COMPUTE_PREFIXES.map(([prefix, factor]) => ({
        names: [`${prefix}FLOP/s`],
        dimension: COMPUTE_RATE,
        factor,
        meaning: `${scientific(factor)} FLOP per second`,
    })),
    ...COMPUTE_PREFIXES.map(([prefix, factor]) => ({
        names: [`${prefix}FLOP/s/GPU`, `${prefix}FLOP/s/TPU`, `${prefix}FLOP/s/accelerator`],
        dimension: COMPUTE_RATE_PER_ACCELERATOR,
        factor,
        meaning: `${scientific(factor)} FLOP per second and accelerator`,
    })),
    { names: ['tokens/s'], dimension: { tokens: 1, seconds: -1 }, factor: 1, meaning: 'tokens per second' },
    { names: ['tokens/day'], dimension: { tokens: 1, seconds: -1 }, factor: 1 / DAY, meaning: 'tokens per day' },
];

const ACCELERATORS: readonly Unit[] = [
    {
        names: ['GPUs', 'GPU', 'TPUs', 'TPU', 'accelerators', 'accelerator'],
        dimension: { accelerators: 1 },
        factor: 1,
        meaning: 'accelerators',
    },
    ...TIMES.filter(({ names }) => ['s', 'hours', 'days'].includes(names[0])).map(({ names, factor, meaning }) => ({
        names: ['GPU', 'TPU', 'accelerator'].flatMap((device) => names.slice(-2).map((time) => `${device}-${time}`)),
        dimension: ACCELERATOR_TIME,
        factor,
        meaning: `one accelerator for ${meaning === 'seconds' ? 'a second' : meaning}`,
    })),
];

const MONEY: readonly Unit[] = [
    { names: ['USD'], dimension: { USD: 1 }, factor: 1, meaning: 'US dollars' },
    ...[
        { time: 'second', factor: 1 },
        { time: 'hour', factor: HOUR },
        { time: 'day', factor: DAY },
    ].map(({ time, factor }) => ({
        names: ['GPU', 'TPU', 'accelerator'].map((device) => `USD/${device}-${time}`),
        dimension: PRICE_OF_ACCELERATOR_TIME,
        factor: 1 / factor,
        meaning: `price of one accelerator for one ${time}`,
    })),
    { names: ['USD/FLOP'], dimension: { USD: 1, params: -1, tokens: -1 }, factor: 1, meaning: 'price of compute' },
    { names: ['USD/token'], dimension: { USD: 1, tokens: -1 }, factor: 1, meaning: 'price of a token' },
];

export const UNITS: readonly Unit[] = [
    ...SIZES,
    ...MEMORY,
    ...COMPUTE_UNITS,
    ...RATES,
    ...TIMES.map((time) => ({ ...time, dimension: { seconds: 1 } })),
    ...ACCELERATORS,
    ...MONEY,
];

/** Every spelling of every unit. */
export const UNIT_NAMES: readonly string[] = UNITS.flatMap((unit) => unit.names);

const UNIT_BY_NAME: ReadonlyMap<string, Unit> = new Map(
    UNITS.flatMap((unit) => unit.names.map((name) => [name, unit] as const)),
);

/** Stands where a unit would: a column of texts, also where they look like numbers. */
export const TEXT = 'text';

export function unitNamed(name: string): Unit | undefined {
    return UNIT_BY_NAME.get(name);
}

function scientific(value: number): string {
    return value.toExponential().replace('e+', 'e').replace('e0', '');
}
