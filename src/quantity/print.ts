/**
 * Numbers as people say them, with the digits that are known. What is not a number prints as “–”, infinity as “∞”.
 */

const UNKNOWN = '–';
/** Significant digits where nothing is known about the uncertainty. */
const DEFAULT_DIGITS = 4;
/** However narrow an interval is, more digits than this are not read by anyone. */
const MOST_DIGITS = 6;
/** Significant digits of an interval's half-width that are shown. */
const UNCERTAIN_DIGITS = 2;

/** Significant digits of the only end of an interval. */
const LIMIT_DIGITS = 3;
/** An interval without any end. */
const NO_LIMIT = 'no limit';

/** An end is null where there is no limit on that side. */
type OpenInterval = readonly [lower: number | null, upper: number | null];

const SCALES = [
    { exponent: 12, suffix: 'T' },
    { exponent: 9, suffix: 'B' },
    { exponent: 6, suffix: 'M' },
    { exponent: 3, suffix: 'K' },
] as const;

/** Below this power of ten numbers are written out: `4096`, not `4.096K`. */
const FIRST_SCALED = 4;
/** From this power of ten on, and below the other, numbers are written with an exponent. */
const FIRST_EXPONENT = 15;
const LAST_DECIMAL = -4;

/** `70B`, `1.4T`, `5.76e23`, `0.3473`: at most `digits` significant digits, without trailing zeros. */
export function formatQuantity(value: number | null | undefined, digits = DEFAULT_DIGITS): string {
    if (!isFiniteNumber(value)) {
        return formatNonFinite(value);
    }
    const place = leadingPlace(round(value, leadingPlace(value) - digits + 1)) - digits + 1;
    return formatAtPlace(value, coarsestPlace([value], place));
}

/** The estimate with the digits that its interval leaves known: two significant digits of the distance to the nearer end. */
export function formatEstimate(estimate: number | null | undefined, interval: OpenInterval | null | undefined): string {
    if (!isFiniteNumber(estimate)) {
        return formatQuantity(estimate);
    }
    const [lower, upper] = interval ?? [null, null];
    const distances = [estimate - (lower ?? -Infinity), (upper ?? Infinity) - estimate].filter((each) => each > 0);
    const nearest = Math.min(...distances);
    const place = uncertainPlace([-nearest, nearest]);
    if (place === undefined) {
        return formatQuantity(estimate);
    }
    return formatAtPlace(
        estimate,
        Math.max(Math.min(place, leadingPlace(estimate)), leadingPlace(estimate) - MOST_DIGITS + 1),
    );
}

/**
 * `[1.77, 1.87]`: both ends with the same last digit; over more than a decade each end has two digits, `[3.1e5, 1.8e26]`. With one
 * end, `> 41.2` or `< 0.31`.
 */
export function formatInterval(open: OpenInterval | null | undefined): string {
    if (!open) {
        return UNKNOWN;
    }
    const [lower, upper] = open;
    if (lower === null || upper === null) {
        return formatLimit(lower, upper);
    }
    const interval = [lower, upper] as const;
    const place = uncertainPlace(interval);
    if (place === undefined) {
        return `[${interval.map((end) => formatQuantity(end)).join(', ')}]`;
    }
    if (spansDecades(interval)) {
        return `[${interval.map((end) => formatQuantity(end, UNCERTAIN_DIGITS)).join(', ')}]`;
    }
    const finest = Math.max(...interval.map(leadingPlace)) - MOST_DIGITS + 1;
    const shown = coarsestPlace(interval, Math.max(place, finest));
    return `[${interval.map((end) => formatAtPlace(end, shown)).join(', ')}]`;
}

function formatLimit(lower: number | null, upper: number | null): string {
    if (lower === null && upper === null) {
        return NO_LIMIT;
    }
    return lower === null ? `< ${formatQuantity(upper, LIMIT_DIGITS)}` : `> ${formatQuantity(lower, LIMIT_DIGITS)}`;
}

/** Whether the ends of an interval differ in digits that are shown. */
export function hasWidth<T extends OpenInterval>(interval: T | null): interval is T {
    if (interval === null) return false;
    const [lower, upper] = interval.map((end) => formatQuantity(end, MOST_DIGITS));
    return lower !== upper;
}

/** `3.2×`: how many times, two significant digits. */
export function formatRatio(ratio: number | null | undefined): string {
    const text = formatQuantity(ratio, 2);
    return text === UNKNOWN ? text : `${text}×`;
}

function spansDecades([lower, upper]: readonly [number, number]): boolean {
    return lower > 0 ? upper > 10 * lower : upper < 0 && lower < 10 * upper;
}

/** The power of ten of the last digit worth showing; undefined where the interval says nothing about it. */
function uncertainPlace([lower, upper]: readonly [number, number]): number | undefined {
    const half = (upper - lower) / 2;
    return Number.isFinite(half) && half > 0 ? leadingPlace(half) - UNCERTAIN_DIGITS + 1 : undefined;
}

/** The coarsest place at which the values read the same as at `place`: drops zeros that all of them end with. */
function coarsestPlace(values: readonly number[], place: number): number {
    const shown = values.map((value) => round(value, place));
    const first = Math.max(...shown.map(leadingPlace));
    let coarsest = place;
    while (coarsest < first && shown.every((value) => round(value, coarsest + 1) === value)) {
        coarsest++;
    }
    return coarsest;
}

function formatAtPlace(value: number, place: number): string {
    const rounded = round(value, place);
    if (rounded === 0) {
        return '0';
    }
    const magnitude = leadingPlace(rounded);
    if (magnitude >= FIRST_EXPONENT || magnitude < LAST_DECIMAL) {
        return rounded.toExponential(Math.max(0, magnitude - place)).replace('e+', 'e');
    }
    const scale = magnitude >= FIRST_SCALED ? SCALES.find(({ exponent }) => exponent <= magnitude) : undefined;
    const exponent = scale?.exponent ?? 0;
    return shift(rounded, -exponent).toFixed(Math.max(0, exponent - place)) + (scale?.suffix ?? '');
}

/** Rounds to a multiple of 10^place; decimal shifts go through text, which is exact. */
function round(value: number, place: number): number {
    return shift(Math.round(shift(value, -place)), place);
}

function shift(value: number, places: number): number {
    const [mantissa, exponent] = value.toExponential().split('e');
    return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** The power of ten of the first digit; 0 for zero. */
function leadingPlace(value: number): number {
    return Number(value.toExponential().split('e')[1]);
}

function isFiniteNumber(value: number | null | undefined): value is number {
    return typeof value === 'number' && Number.isFinite(value);
}

function formatNonFinite(value: number | null | undefined): string {
    if (value === Infinity) {
        return '∞';
    }
    return value === -Infinity ? '-∞' : UNKNOWN;
}
