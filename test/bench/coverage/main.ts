/** Prints the table of coverages alone; the number of experiments may be given. */
import { coverageTable } from './coverageTable.js';

console.log(await coverageTable(Number(process.argv[2] ?? 400)));
