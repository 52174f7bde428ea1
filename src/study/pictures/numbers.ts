/** Null where there is no number: what a panel draws is sent as JSON, which has no NaN. */
export type NumberOrNull = number | null;

export function finiteOrNull(value: number): NumberOrNull {
    return Number.isFinite(value) ? value : null;
}
