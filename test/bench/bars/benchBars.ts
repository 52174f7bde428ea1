/** The table of bars of the fitting engine, and the figures behind it. Ratios are of processor times in one run. */
import { printBars, printFigures } from './bar.js';
import { benchRuns } from './benchRuns.js';
import { benchManyRows } from './manyRows.js';
import { benchNist } from './nist.js';
import { benchPointFit } from './pointFit.js';
import { benchPublished } from './published.js';
import { benchRefits } from './refits.js';

/** How many of the published procedure's starts are left out between two that are tried, unless all are asked for. */
const SPARSE = 45;

export async function benchBars({ allStarts }: { readonly allStarts: boolean }): Promise<void> {
    const runs = benchRuns();
    const point = await benchPointFit(runs, allStarts ? 1 : SPARSE);
    const refits = await benchRefits(runs, point);
    const rows = await benchManyRows();
    const nist = await benchNist();
    const published = await benchPublished();
    printBars([...point.bars, ...refits.bars, rows.bar, ...nist.bars, published.bar]);
    console.log();
    printFigures([...point.figures, ...refits.figures, ...rows.figures, ...nist.figures, ...published.figures]);
}
