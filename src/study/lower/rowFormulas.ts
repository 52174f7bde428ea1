/** Formulas of rows: of the columns of runs, of laws with their published values, and of values over several rows. */
import { AstUtils, type AstNode } from 'langium';
import { name, num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { substitute } from '../../expression/substitute.js';
import { namesOf } from '../../language/binding.js';
import {
    isGroupColumn,
    isOperation,
    isReference,
    isTextLiteral,
    type Expression,
    type Operation,
    type Reference,
} from '../../language/generated/ast.js';
import { isAggregate, isAnswerName, isOverMembers, isSeriesFunction, rowsOfCall } from '../../language/rowFunctions.js';
import { meaningOfReference } from '../../language/meaning.js';
import { isScheduleName } from '../../language/scheduleNames.js';
import type { Scope } from '../../language/scope.js';
import { rangeOf, rangeOfProperty, textOf } from '../places.js';
import { isComparison as isComparisonSign, lowerCondition } from './condition.js';
import { constantNamed, ExpressionLowering, headerName, quoted } from './expression.js';
import type { LawLowering } from './law.js';
import type { LawPlan } from './plan.js';
import type { FilterPlan, FormulaPlan, Mention, RowFormula, TextTest, WindowPlan } from './runsPlan.js';

export function lowerFilter(condition: Expression, laws: LawLowering): FilterPlan {
    const lowering = new RowLowering(laws);
    return {
        condition: lowerCondition(condition, (node) => lowering.lower(node)),
        windows: lowering.windows,
        text: textOf(condition),
        mentions: columnsIn(condition, laws.scope),
    };
}

export function lowerFormula(expression: Expression, laws: LawLowering): FormulaPlan {
    return {
        value: new RowLowering(laws).lower(expression),
        text: textOf(expression),
        mentions: columnsIn(expression, laws.scope),
    };
}

export function lowerRowFormula(expression: Expression, laws: LawLowering): RowFormula {
    const lowering = new RowLowering(laws);
    return { value: lowering.lower(expression), windows: lowering.windows };
}

/** Rows come before fits, so that laws have their published values in it. */
class RowLowering {
    windows: WindowPlan[] = [];

    constructor(private readonly laws: LawLowering) {}

    lower(expression: Expression): Expr {
        const { findLaw, planOf, scheduleNamed } = this.laws;
        const expressions = new ExpressionLowering({
            lowerName: (text, reference) =>
                this.lowerScheduleColumn(text, reference) ??
                this.lowerAnswers(text, reference) ??
                constantNamed(text) ??
                name(text),
            scheduleNamed,
            lowerText: (literal) => headerName(literal.text),
            lowerRowCall: (call, lower) => this.lowerRowCall(call, lower),
            lowerTextTest: (test) => this.lowerTextTest(test),
            findLaw,
            planOf,
        });
        const value = expressions.lower(expression);
        const called = expressions.sources.calls.flatMap(({ law }) => [law, ...law.uses.map((use) => use.law)]);
        return substitute(value, new Map(called.flatMap(publishedConstants)));
    }

    /** A column where a schedule is wanted: it names the schedule of each row, or has the rates of its run. */
    private lowerScheduleColumn(column: string, reference: Reference): Expr | undefined {
        const { scope, schedules } = this.laws;
        if (!isScheduleName(reference, scope)) return undefined;
        const window: WindowPlan = {
            name: `schedule#${this.windows.length}`,
            function: 'schedule',
            operands: [],
            rows: { kind: 'schedule', column, named: schedules.visibleFrom(reference) },
        };
        this.windows.push(window);
        return name(window.name);
    }

    /** A column that tells answers apart, perhaps by texts. */
    private lowerAnswers(column: string, reference: Reference): Expr | undefined {
        if (!isAnswerName(reference, this.laws.scope)) return undefined;
        const window: WindowPlan = {
            name: `answers#${this.windows.length}`,
            function: 'answers',
            operands: [],
            rows: { kind: 'answers', column },
        };
        this.windows.push(window);
        return name(window.name);
    }

    private lowerRowCall(call: Reference, lower: (node: Expression) => Expr): Expr | undefined {
        const kind = rowsOfCall(call, this.laws.scope);
        const { name: callee } = call;
        if (kind === undefined || !(isAggregate(callee) || isSeriesFunction(callee))) return undefined;
        const operands = call.operands.map(({ value }) => this.inside(() => lower(value)));
        const columns = call.groups.map(({ column }) => column);
        const window: WindowPlan = {
            // A sign that no name has keeps it apart from columns.
            name: `${callee}#${this.windows.length}`,
            function: callee,
            operands,
            rows: kind === 'group' ? { kind, columns } : { kind },
        };
        this.windows.push(window);
        return name(window.name);
    }

    private lowerTextTest(test: TextTest): Expr {
        const window: WindowPlan = {
            name: `text#${this.windows.length}`,
            function: 'text',
            operands: [],
            rows: { kind: 'text', test },
        };
        this.windows.push(window);
        return name(window.name);
    }

    /** An operand, with the windows that it rests on itself. */
    private inside(lower: () => Expr): RowFormula {
        const outer = this.windows;
        this.windows = [];
        const value = lower();
        const formula = { value, windows: this.windows };
        this.windows = outer;
        return formula;
    }
}

function publishedConstants({ parameters, preset }: LawPlan): [string, Expr][] {
    return parameters.flatMap(({ name: parameter, qualified, pinned }): [string, Expr][] => {
        const value = pinned ?? preset?.values.get(parameter);
        return value === undefined ? [] : [[qualified, num(value)]];
    });
}

/** The columns that a formula names. */
export function columnsIn(expression: Expression, scope: Scope): Mention[] {
    return AstUtils.streamAst(expression)
        .flatMap((node): Mention[] => {
            const ofMembers = isOverMembers(node, scope) ? ({ isOfMembers: true } as const) : {};
            if (isGroupColumn(node)) return [{ name: node.column, range: rangeOf(node), isLabel: true, ...ofMembers }];
            if (!isReference(node)) return [];
            const range = rangeOfProperty(node, 'name');
            const asLabel =
                isScheduleName(node, scope) || isAnswerName(node, scope) ? ({ isLabel: true } as const) : {};
            const asText = isComparedText(node) ? ({ isText: true } as const) : {};
            return columnNamesOf(node, scope).map((each) => ({
                name: each,
                range,
                ...asLabel,
                ...asText,
                ...ofMembers,
            }));
        })
        .filter((mention) => mention.isLabel === true || constantNamed(mention.name) === undefined)
        .toArray();
}

/** The names of a reference, unless it names a schedule. */
function columnNamesOf(reference: Reference, scope: Scope): readonly string[] {
    const isSchedule = isScheduleName(reference, scope) && meaningOfReference(reference, scope)?.kind === 'schedule';
    return isSchedule ? [] : namesOf(reference);
}

/** Whether a column is compared with a text. */
function isComparedText(column: Reference): boolean {
    const { $container: comparison } = column;
    return isComparison(comparison) && [comparison.left, comparison.right].some(isTextLiteral);
}

function isComparison(node: AstNode): node is Operation {
    return isOperation(node) && isComparisonSign(node.operator);
}

/** The columns that a formula names by their headers. */
export function headersIn(expression: Expression, scope: Scope): Mention[] {
    return AstUtils.streamAst(expression)
        .filter(isTextLiteral)
        .filter((literal) => !isComparison(literal.$container))
        .map((literal) => ({
            name: quoted(literal.text),
            range: rangeOf(literal),
            ...(isOverMembers(literal, scope) ? ({ isOfMembers: true } as const) : {}),
        }))
        .toArray();
}
