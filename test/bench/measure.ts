/** Timing of one job, and the table that the benchmarks print. */

export interface Row {
    readonly what: string;
    /** Median over the repetitions, in ms (or another unit that `unit` names). */
    readonly value: number;
    readonly unit: string;
    /** Smallest and largest of the repetitions; none for a size. */
    readonly spread?: readonly [number, number];
}

/** Runs a job a few times after a warm-up and takes the median. */
export async function measure(what: string, repetitions: number, job: () => unknown): Promise<Row> {
    await job();
    const times: number[] = [];
    for (let index = 0; index < repetitions; index++) {
        const start = performance.now();
        await job();
        times.push(performance.now() - start);
    }
    return timed(what, times);
}

/** Processor time of a job in seconds, the median after a warm-up: what else the machine does hardly counts. */
export async function processorTime(
    repetitions: number,
    job: () => unknown,
    { warmUp = 1 }: { readonly warmUp?: number } = {},
): Promise<number> {
    for (let index = 0; index < warmUp; index++) await job();
    const times: number[] = [];
    for (let index = 0; index < repetitions; index++) {
        const start = process.cpuUsage();
        await job();
        const { user, system } = process.cpuUsage(start);
        times.push((user + system) / 1e6);
    }
    return median(times);
}

export function timed(what: string, times: readonly number[]): Row {
    return { what, value: median(times), unit: 'ms', spread: [Math.min(...times), Math.max(...times)] };
}

export function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * The reference that makes two machines comparable: 20 million dependent multiply-adds and a logarithm each hundred.
 */
export function referenceLoop(): number {
    let x = 0.5;
    for (let index = 1; index <= 20_000_000; index++) {
        x = x * 0.999_999 + 1e-7;
        if (index % 100 === 0) x += Math.log(1 + x) * 1e-9;
    }
    return x;
}

export function printTable(rows: readonly Row[], reference: Row): void {
    const lines = rows.map((row) => [
        row.what,
        `${short(row.value)} ${row.unit}`,
        row.spread ? `${short(row.spread[0])} – ${short(row.spread[1])}` : '',
        row.unit === 'ms' ? short(row.value / reference.value) : '',
    ]);
    const table = [['benchmark', 'median', 'smallest – largest', '× reference'], ...lines];
    const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
    for (const cells of table) {
        console.log(
            cells
                .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
                .join('  '),
        );
    }
}

function short(value: number): string {
    return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
