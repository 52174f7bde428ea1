/**
 * The benchmarks, by `npm run bench` from the project's root, on production bundles: all of them, or those that are named,
 * as in `npm run bench -- bars`; a study that takes hours only where it is named. `--all-starts` has the published procedure try each of its 4,500 starts.
 */
import { cpus } from 'node:os';
import { benchBars } from './bars/benchBars.js';
import { COLD_FIT, printColdFit } from './bars/pointFit.js';
import { benchBudgets } from './budgets.js';
import { coverageTable, reducedCoverageTable } from './coverage/coverageTable.js';
import { benchEditing } from './editing.js';
import { benchMixtures } from './mixtures.js';
import { measure, printTable, referenceLoop } from './measure.js';
import { planningTable } from './planning/planningTable.js';
import { benchReading } from './reading.js';
import { bundleSizes } from './sizes.js';

const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
    /** The table of bars of the fitting engine, as markdown. */
    bars: () => benchBars({ allStarts: process.argv.includes('--all-starts') }),
    /** Budgets, once they are compiled. */
    budgets: async () => {
        const reference = await measure('reference loop', 5, referenceLoop);
        printTable([reference, ...(await benchBudgets()), ...(await benchMixtures())], reference);
    },
    /** Reading, the language server and bundles; the ratio to the reference loop compares two machines. */
    editor: async () => {
        const reference = await measure('reference loop', 5, referenceLoop);
        printTable([reference, ...(await benchReading()), ...(await benchEditing()), ...bundleSizes()], reference);
    },
};

const STUDIES: Readonly<Record<string, () => Promise<void>>> = {
    /** How often intervals hold the truth, as markdown. */
    coverage: async () => {
        console.log(`${await coverageTable()}\n`);
        console.log(await reducedCoverageTable());
    },
    /** Whether runs that a plan chooses narrow intervals more than those of other designs, as markdown. */
    planning: async () => console.log(await planningTable()),
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

if (asked[0] === COLD_FIT) await printColdFit();
else await benchSections();

async function benchSections(): Promise<void> {
    const all = { ...SECTIONS, ...STUDIES };
    const unknown = asked.filter((name) => !Object.hasOwn(all, name));
    if (unknown.length > 0) {
        console.error(`No benchmark is called ${unknown.join(', ')}: there are ${Object.keys(all).join(', ')}.`);
        process.exitCode = 1;
        return;
    }
    console.log(`Node ${process.version}, ${cpus()[0].model}`);
    for (const [name, bench] of Object.entries(asked.length > 0 ? all : SECTIONS)) {
        if (asked.length > 0 && !asked.includes(name)) continue;
        console.log(`\n${name}\n`);
        await bench();
    }
}
