/** What a budget's answer is compared with: conditions on what is decided, or another goal. */
import type { AstNode } from 'langium';
import { comparisonsOf } from '../conditions.js';
import { isChoice, isRival, type Budget, type Rival } from '../generated/ast.js';
import type { Scope } from '../scope.js';
import { list, quote, suggestion } from '../wording.js';
import { askedNames } from './asked.js';
import type { Check, Report } from './check.js';

const RELATIONS: ReadonlySet<string> = new Set(['<=', '<', '>=', '>', '==']);

/** What `against` takes: comparisons joined by `and`, or a goal. */
export const checkRival: Check<Rival> = ({ condition }, report) => {
    for (const part of comparisonsOf(condition)) {
        if (part.$type === 'Operation' && RELATIONS.has(part.operator)) continue;
        const message =
            '`against` takes comparisons with `<=`, `>=` or `==`, joined by `and`, or a goal such as `minimize f(N, D)`; ' +
            `${quote(part)} is neither.`;
        report('error', 'not-a-comparison', message, { node: part });
    }
};

/** A rival decides what the budget decides, and no more. */
export const checkRivals: Check<Budget> = (budget, report, { scope }) => {
    const rivals = budget.entries.filter(isRival);
    const asked = askedNames(budget, scope);
    const decided = new Set([...asked.variables, ...budget.entries.filter(isChoice).map(({ name }) => name)]);
    const labels = new Set<string>();
    for (const rival of rivals) {
        if (rival.label !== undefined && labels.has(rival.label)) {
            const message = `There is an \`against "${rival.label}"\` already: give this one another label.`;
            report('error', 'doubled', message, { node: rival, property: 'label' });
        }
        if (rival.label !== undefined) labels.add(rival.label);
        const parts: readonly AstNode[] = rival.goal ? [rival.goal] : comparisonsOf(rival.condition);
        if (decided.size > 0) parts.forEach((part) => reportPart(part, budget, decided, scope, report));
    }
};

function reportPart(part: AstNode, budget: Budget, decided: ReadonlySet<string>, scope: Scope, report: Report): void {
    const { names, variables } = askedNames(budget, scope, [part]);
    const [unknown] = [...variables].filter((name) => !decided.has(name));
    if (unknown !== undefined) {
        const advice = suggestion(unknown, [...decided], 'What is decided is');
        const message = `\`${unknown}\` is not decided here: the goal and the constraints do not depend on it.${advice}`;
        report('error', 'unknown-variable', message, { node: part });
    } else if (![...names].some((name) => decided.has(name))) {
        const message = `${quote(part)} says nothing of what is decided, ${list([...decided])}.`;
        report('error', 'nothing-to-decide', message, { node: part });
    }
}
