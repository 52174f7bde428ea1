/** `compare`: several laws on the same runs. */
import type { Compare, ComparedLaw, HoldoutOption } from '../generated/ast.js';
import { isCompare } from '../generated/ast.js';
import { argumentsOf } from '../laws.js';
import type { Check } from './check.js';
import { reportLawName, reportRunsName } from './names.js';

export const checkComparedName: Check<ComparedLaw> = (node, report, { scope }) =>
    reportLawName(node, node.law, report, scope);

export const checkComparison: Check<Compare> = (node, report, { scope }) => {
    reportRunsName(node, node.runs, 'runs', report, scope);
    const seen = new Set<string>();
    for (const each of node.laws) {
        if (seen.has(each.law)) report('error', 'doubled', `\`${each.law}\` is compared with itself.`, { node: each });
        seen.add(each.law);
    }
    if (node.laws.length === 1) {
        const message = `A comparison needs two laws: \`compare ${node.laws[0].law}, … on ${node.runs}\`.`;
        report('error', 'one-law', message, { node: node.laws[0] });
    }
    for (const { law: name } of node.laws) {
        const law = scope.findLaw(name, node);
        const isArgument = law && argumentsOf(law, scope)?.some((argument) => argument.name === node.target);
        if (!isArgument) continue;
        const message = `\`${node.target}\` is an argument of \`${name}\` and cannot be predicted at the same time.`;
        report('error', 'argument-as-column', message, { node, property: 'target' });
        return;
    }
};

export const checkComparedRows: Check<HoldoutOption> = (node, report) => {
    if (node.along === undefined || !isCompare(node.$container)) return;
    const message = `A comparison scores all laws on the same rows: write a condition, such as \`holdout ${node.along} > 1e21\`.`;
    report('error', 'rolling-comparison', message, { node, property: 'along' });
};
