/** `E by dataset`: one constant for each value of a column. */
import { isGroupedConstant, type Fit, type GroupedConstant } from '../generated/ast.js';
import { argumentsOf, baseOf, isTie, parametersOf, settlingEntry } from '../laws.js';
import { quote } from '../wording.js';
import type { Check } from './check.js';
import { notAParameter } from './parameters.js';

export const checkGroupedConstant: Check<GroupedConstant> = (node, report, { scope, syntax }) => {
    const { name, column, $container: fit } = node;
    const law = scope.findLaw(fit.law, fit);
    const base = law && baseOf(law, scope);
    const parameters = law && parametersOf(law, scope);
    if (law === undefined || base === undefined || parameters === undefined || syntax.isDamaged(base)) return;
    if (name !== undefined && !parameters.includes(name)) {
        const message = notAParameter(name, law, base, parameters);
        report('error', 'unknown-parameter', message, { node, property: 'name' });
        return;
    }
    const settled = settlingEntry(law, name, scope);
    if (settled !== undefined) {
        const how = isTie(settled) ? 'tied' : 'pinned';
        const message = `\`${name}\` is ${how}, ${quote(settled)}: it cannot have a value for each \`${column}\` as well.`;
        report('error', 'settled-constant', message, { node, property: 'name' });
    } else if (argumentsOf(law, scope)?.some((argument) => argument.name === column)) {
        const message = `\`${column}\` is an argument of \`${fit.law}\` and cannot be a group at the same time.`;
        report('error', 'argument-as-column', message, { node, property: 'column' });
    }
};

/** Once a law is fitted group by group, all of its parameters have a value for each. */
export const checkConstantsOfGroups: Check<Fit> = ({ law, group, entries }, report) => {
    for (const node of entries.filter(isGroupedConstant)) {
        if (group === undefined || node.column !== group) continue;
        const message = `\`${law}\` is fitted once for each \`${group}\`, \`${node.name}\` with it: leave this line out, or \`by ${group}\` above.`;
        report('error', 'settled-constant', message, { node });
    }
};
