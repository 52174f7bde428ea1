/** Dates in cells, as years with a fraction: what laws over time are functions of. */

/** ISO 8601: `2024-03`, `2024-03-01`, `2024-03-01T12:00Z`, with or without seconds; without a zone it is universal time. */
const DATE =
    /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(?:Z|([+-])(\d{2}):?(\d{2}))?)?)?$/;

const DAY = 24 * 60;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The year, and how much of it has passed: 2024-03-01 is 2024 + 60/366. A month alone is its first day. Undefined for anything
 * else, 2023-02-29 among it.
 */
export function yearsOfDate(cell: string): number | undefined {
    const match = DATE.exec(cell);
    if (match === null) return undefined;
    const [year, month, day, hour, minute, second] = match
        .slice(1, 7)
        .map((part, index) => Number(part ?? FIRST[index]));
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
    if (hour > 24 || minute > 59 || second >= 61) return undefined;
    const offset = (match[7] === '-' ? -1 : 1) * (60 * Number(match[8] ?? 0) + Number(match[9] ?? 0));
    let days = day - 1;
    for (let each = 1; each < month; each++) days += daysIn(year, each);
    return yearsAt(year, days * DAY + 60 * hour + minute + second / 60 - offset);
}

/** What is not written. */
const FIRST = [0, 1, 1, 0, 0, 0];

/** Some minutes after the beginning of a year; a zone may carry them into the year beside it. */
function yearsAt(year: number, minutes: number): number {
    const length = lengthOf(year);
    if (minutes < 0) return year + minutes / lengthOf(year - 1);
    return minutes < length ? year + minutes / length : year + 1 + (minutes - length) / lengthOf(year + 1);
}

/** In minutes. */
function lengthOf(year: number): number {
    return (isLeap(year) ? 366 : 365) * DAY;
}

function daysIn(year: number, month: number): number {
    return DAYS[month - 1] + (month === 2 && isLeap(year) ? 1 : 0);
}

function isLeap(year: number): boolean {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
