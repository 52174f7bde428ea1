/** Reading a CSV of a million rows. */
import { parseCsv } from '../../src/data/parseCsv.js';
import { measure, type Row } from './measure.js';
import { simulateRuns } from './simulatedRuns.js';

const ROWS = 1_000_000;

export async function benchReading(): Promise<Row[]> {
    const { N, D, loss } = simulateRuns(ROWS, 2);
    const lines = Array.from(
        N,
        (n, row) => `run-${row},${Math.round(n)},${Math.round(D[row])},${loss[row].toFixed(4)}`,
    );
    const text = `run,N,D,loss\n${lines.join('\n')}\n`;
    return [
        await measure(`reading a CSV of ${ROWS.toLocaleString('en')} rows`, 3, () =>
            parseCsv(text, { pause: () => undefined }),
        ),
    ];
}
