/** Runs that are made from other runs. */
import { isInlineTable, isRuns, type Binder, type Runs } from '../generated/ast.js';
import { sourceOf } from '../rowFunctions.js';
import type { Scope } from '../scope.js';
import { list } from '../wording.js';
import type { Check } from './check.js';
import { reportRunsName } from './names.js';

export const checkRunsSource: Check<Runs> = (runs, report, { scope }) => {
    const { source, name, binder, groups } = runs;
    if (source === undefined) return;
    const table = runs.entries.find(isInlineTable);
    if (table !== undefined) {
        const message = `\`${name}\` has its rows from \`${source}\`: leave out the table, or \`from ${source}\`.`;
        report('error', 'two-sources', message, { node: table });
    }
    reportRunsName(runs, source, 'source', report, scope);
    const circle = circleOf(runs, scope);
    if (circle !== undefined) {
        const way = circle.length === 0 ? 'itself' : `${list(circle)}, which come from \`${name}\``;
        const message = `\`${name}\` would come from ${way}: let one of them come from a file or a table.`;
        report('error', 'circular-runs', message, { node: runs, property: 'source' });
    }
    const doubled = groups.find(({ column }, index) => groups.findIndex((each) => each.column === column) < index);
    if (doubled !== undefined) {
        report('error', 'doubled', `\`${doubled.column}\` is in the list already.`, { node: doubled });
    } else if (binder !== undefined && groups.some(({ column }) => column === binder.name)) {
        const message = `\`${binder.name}\` is a column of the groups already: give the one of the \`for\` another name.`;
        report('error', 'doubled', message, { node: binder, property: 'name' });
    }
};

/** The names of the other runs on the way from some runs back to them; undefined where none leads back. */
function circleOf(runs: Runs, scope: Scope): readonly string[] | undefined {
    const names: string[] = [];
    const seen = new Set<Runs>();
    for (let each = sourceOf(runs, scope); each !== undefined && !seen.has(each); each = sourceOf(each, scope)) {
        if (each === runs) return names;
        seen.add(each);
        names.push(each.name);
    }
    return undefined;
}

/** `for k in {1, 10}` makes a column of numbers. */
export const checkItemsAreNumbers: Check<Binder> = (binder, report) => {
    if (!isRuns(binder.$container)) return;
    const named = binder.items.find(({ name }) => name !== undefined);
    if (named === undefined) return;
    const message = `\`${binder.name}\` is a column of numbers: write numbers in its list, as in \`for ${binder.name} in {1, 10, 100}\`.`;
    report('error', 'mixed-list', message, { node: named });
};
