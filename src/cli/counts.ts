import { formatQuantity } from '../quantity/print.js';

/** `1 row`, `2 rows`. */
export function plural(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1.2 %`; a dash where there is none. */
export function percent(share: number | null): string {
    return share === null ? '–' : `${formatQuantity(100 * share, 2)} %`;
}
