/** Where the rows of runs come from. */
import type { Argument, Column, Runs } from '../generated/ast.js';
import { isColumn, isInlineTable, isReference, isTextLiteral } from '../generated/ast.js';
import { parseQuantity, unknownUnitMessage } from '../../quantity/parse.js';
import { TEXT, unitNamed } from '../../quantity/units.js';
import type { Check, Report } from './check.js';

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

/** `answer in text` is for columns that are read, and where they are read. */
function checkTextColumn(column: Column, report: Report): void {
    const { value, $container: runs } = column;
    const isRead = value === undefined || isTextLiteral(value) || (isReference(value) && !value.call);
    const message = !isRead
        ? `\`${column.name}\` is computed, and so a number: leave out \`in ${TEXT}\`.`
        : runs.source !== undefined
          ? `\`${column.name}\` is read by \`${runs.source}\`: say \`in ${TEXT}\` there.`
          : undefined;
    if (message !== undefined) report('error', 'unknown-unit', message, { node: column, property: 'unit' });
}

export const checkUnitName: Check<Argument | Column> = (node, report) => {
    if (node.unit === undefined || unitNamed(node.unit) !== undefined) return;
    if (node.unit === TEXT && isColumn(node)) return checkTextColumn(node, report);
    report('error', 'unknown-unit', unknownUnitMessage(node.unit), { node, property: 'unit' });
};
