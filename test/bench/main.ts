/**
 * Prints the table of benchmarks. Times of two machines are compared by their ratio to the reference loop, which is measured
 * in the same run. Run by `npm run bench` from the project's root, on production bundles.
 */
import { cpus } from 'node:os';
import { benchEditing } from './editing.js';
import { benchFitting } from './fitting.js';
import { measure, printTable, referenceLoop } from './measure.js';
import { benchReading } from './reading.js';
import { bundleSizes } from './sizes.js';

const reference = await measure('reference loop', 5, referenceLoop);
console.log(`Node ${process.version}, ${cpus()[0].model}`);
printTable(
    [reference, ...(await benchFitting()), ...(await benchReading()), ...(await benchEditing()), ...bundleSizes()],
    reference,
);
