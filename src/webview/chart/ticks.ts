/** Where an axis has ticks, and which of them carry a label. */
import { formatQuantity } from '../../quantity/print.js';
import type { Range } from './range.js';

export interface AxisTick {
    readonly value: number;
    /** Labelled, with a full grid line; the others only have a faint one. */
    readonly major: boolean;
}

/** Labelled multiples within a decade, the densest first. */
const MULTIPLES = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]];
/** Below this ratio of its ends a logarithmic axis reads best with even steps. */
const SHORT = 5;
/** Decades between labels where not every one has room. */
const DECADE_STEPS = [2, 3, 4, 5, 10, 20, 50, 100];
/** With so many decades in sight, nothing within them needs a label. */
const ENOUGH_DECADES = 4;
/** Grid lines within decades are drawn up to this many decades. */
const MOST_DECADES_WITH_MINOR = 4;
/** Steps of an even axis, as multiples of the power of ten below its span, the finest first. */
const NICE_STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10];

/** At most `room` labelled ticks within the range, ascending. */
export function axisTicks(range: Range, log: boolean, room: number): readonly AxisTick[] {
    if (!(range.min < range.max)) {
        return [];
    }
    if (!log || range.min <= 0 || range.max / range.min < SHORT) {
        return linearTicks(range, room);
    }
    const ticks = logTicks(range, room);
    return ticks.filter((tick) => tick.major).length >= 2 ? ticks : linearTicks(range, room);
}

export function tickLabel(value: number): string {
    return formatQuantity(value, 4);
}

function logTicks(range: Range, room: number): readonly AxisTick[] {
    const decades = decadesOf(range);
    const inside = (values: readonly number[]): readonly number[] =>
        values.filter((value) => value >= range.min * (1 - 1e-12) && value <= range.max * (1 + 1e-12));
    const times = (multiples: readonly number[]): readonly number[] =>
        inside(decades.flatMap((decade) => multiples.map((multiple) => multiple * decade)));
    const candidates = [
        ...(inside(decades).length < ENOUGH_DECADES ? MULTIPLES.map(times) : [inside(decades)]),
        ...DECADE_STEPS.map((step) => inside(decades.filter((decade) => Math.round(Math.log10(decade)) % step === 0))),
    ];
    const labelled = new Set(candidates.find((values) => values.length <= room) ?? []);
    const within = decades.length <= MOST_DECADES_WITH_MINOR ? times(MULTIPLES[0]) : inside(decades);
    const all = [...new Set([...within, ...labelled])].sort((a, b) => a - b);
    return all.map((value) => ({ value, major: labelled.has(value) }));
}

function decadesOf({ min, max }: Range): readonly number[] {
    const first = Math.floor(Math.log10(min) + 1e-9);
    const last = Math.ceil(Math.log10(max) - 1e-9);
    return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}

function linearTicks(range: Range, room: number): readonly AxisTick[] {
    const spans = NICE_STEPS.map((step) => step * 10 ** Math.floor(Math.log10(range.max - range.min)));
    const fitting = spans.map((step) => multiplesWithin(range, step)).find((values) => values.length <= room);
    return (fitting ?? []).map((value) => ({ value, major: true }));
}

function multiplesWithin({ min, max }: Range, step: number): readonly number[] {
    const first = Math.ceil(min / step - 1e-9);
    const count = Math.max(0, Math.floor(max / step + 1e-9) - first + 1);
    // Rounded to 12 digits: 3 * 0.1 is not 0.3 in binary.
    return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
