/** Where the rows of runs come from. */
import type { Argument, Column, Runs } from '../generated/ast.js';
import { isInlineTable } from '../generated/ast.js';
import { parseQuantity, unknownUnitMessage } from '../../quantity/parse.js';
import { unitNamed } from '../../quantity/units.js';
import type { Check } from './check.js';

export const checkSource: Check<Runs> = (runs, report) => {
    const table = runs.entries.find(isInlineTable);
    const isFromFile = runs.files.length > 0;
    if (isFromFile && table !== undefined) {
        const message = `\`${runs.name}\` has its rows from a file: leave out the table, or the file.`;
        report('error', 'two-sources', message, { node: table });
    } else if (!isFromFile && runs.source === undefined && table === undefined) {
        const message = `\`${runs.name}\` has no rows: add \`from "file.csv"\`, or a table in a block.`;
        report('error', 'no-rows', message, { node: runs, property: 'name' });
    }
    runs.files.forEach((file, index) => {
        if (file.trim() === '')
            report('error', 'no-rows', 'The name of the file is missing.', { node: runs, property: 'files', index });
        else if (runs.files.indexOf(file) < index)
            report('error', 'doubled', `"${file}" is in the list already.`, { node: runs, property: 'files', index });
    });
};

/** `D in 1e9 tokens`: what the formula's 1 stands for. */
export const checkScale: Check<Argument> = (node, report) => {
    const quantity = node.scale === undefined ? undefined : parseQuantity(node.scale);
    if (!quantity?.ok || quantity.base > 0) return;
    const message = `\`${node.name}\` cannot be counted in units of 0: write what 1 stands for, such as \`in 1e9\`.`;
    report('error', 'argument-scale', message, { node, property: 'scale' });
};

export const checkUnitName: Check<Argument | Column> = (node, report) => {
    if (node.unit === undefined || unitNamed(node.unit) !== undefined) return;
    report('error', 'unknown-unit', unknownUnitMessage(node.unit), { node, property: 'unit' });
};
