/** A bar of the fitting engine: what must be reached, what was measured, and the table of them. */

export interface Bar {
    readonly what: string;
    readonly must: string;
    readonly aim: string;
    readonly measured: string;
    readonly verdict: Verdict;
}

type Verdict = 'reaches the aim' | 'met' | 'missed' | 'not measured';

/** A bar of a figure that should be large: a ratio, a number of digits or of problems. */
export function barOf(
    what: string,
    figure: number,
    { must, aim }: { readonly must: number; readonly aim: number },
    printed: (figure: number) => string,
): Bar {
    const verdict = figure >= aim ? 'reaches the aim' : figure >= must ? 'met' : 'missed';
    return { what, must: printed(must), aim: printed(aim), measured: printed(figure), verdict };
}

/** The same bar where a measurement went wrong otherwise: a wrong objective cannot be met by speed. */
export function onlyIf(right: boolean, bar: Bar): Bar {
    return right ? bar : { ...bar, verdict: 'missed' };
}

export function notMeasured(what: string, why: string): Bar {
    return { what, must: '', aim: '', measured: `not measured: ${why}`, verdict: 'not measured' };
}

export function printBars(bars: readonly Bar[]): void {
    const cells = bars.map(({ what, must, aim, measured, verdict }) => [what, must, aim, measured, verdict]);
    printMarkdown([['what', 'must reach', 'aim at', 'measured', ''], ...cells]);
}

/** A figure behind the bars: a time, a share, a difference. */
export interface Figure {
    readonly what: string;
    readonly value: string;
}

export function printFigures(figures: readonly Figure[]): void {
    printMarkdown([['figure', 'value'], ...figures.map(({ what, value }) => [what, value])]);
}

/** A table as markdown, its columns aligned as the formatter does it. */
function printMarkdown([header, ...rows]: readonly (readonly string[])[]): void {
    const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((cells) => cells[column].length)));
    const line = (cells: readonly string[]): string =>
        `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
    console.log([line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}

export function seconds(value: number): string {
    if (value >= 1) return `${value.toPrecision(3)} s`;
    return value >= 1e-3 ? `${(1e3 * value).toPrecision(3)} ms` : `${(1e6 * value).toPrecision(3)} µs`;
}

/** 12,300 × */
export function times(ratio: number): string {
    const rounded = Number(ratio.toPrecision(3));
    return `${rounded.toLocaleString('en')} ×`;
}
