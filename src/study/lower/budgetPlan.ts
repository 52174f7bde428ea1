/** A budget as plain data. */
import type { Constraint, Rival, Sweep, Variable } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import type { Dimension } from '../../quantity/dimension.js';
import type { ShownUnits } from '../../quantity/shownUnit.js';
import type { Range } from '../report.js';
import type { MixturePlan } from './mixturePlan.js';
import type { CallPlan, LawPlan, Sources } from './plan.js';
import type { Mention, RunsPlan } from './runsPlan.js';

/** The right side of a constraint that is one number. */
export interface LimitPlan {
    /** Index into the constraints. */
    readonly constraint: number;
    readonly unit: string | null;
    /** One of the unit, in base terms. */
    readonly factor: number;
    /** As written, in its unit. */
    readonly written: number;
    /** Of the number. */
    readonly range: Range;
}

export interface VariablePlan extends Variable {
    readonly dimension: Dimension | undefined;
    /** Its bounds as written, for example `N in 1B .. 70B`; empty without any. */
    readonly boundText: string;
}

export interface ChoicePlan {
    readonly name: string;
    readonly range: Range;
    readonly options:
        /** `isRange`: whole numbers or powers between two ends. */
        | { readonly kind: 'numbers'; readonly values: readonly number[]; readonly isRange: boolean }
        | { readonly kind: 'texts'; readonly values: readonly string[] }
        /** The rows of some runs; the columns are those that are named, each where it is first. */
        | { readonly kind: 'rows'; readonly runs: RunsPlan; readonly columns: readonly Mention[] }
        /** The groups of a law's fit. */
        | { readonly kind: 'groups'; readonly law: LawPlan };
}

export interface RivalPlan extends Rival {
    /** As written, or the condition or goal itself. */
    readonly label: string;
    /** Of the whole entry. */
    readonly range: Range;
}

export interface BudgetPlan extends Sources {
    readonly name: string;
    /** Of its name. */
    readonly range: Range;
    /** As written, for example `minimize surface(N, D)`. */
    readonly goal: string;
    readonly sense: 'minimize' | 'maximize';
    readonly objective: Expr;
    readonly constraints: readonly Constraint[];
    /** In the order of their first occurrence. */
    readonly variables: readonly VariablePlan[];
    readonly sweep: (Sweep & { readonly dimension: Dimension | undefined }) | null;
    /** What is chosen from lists, in the order of the text. */
    readonly choices: readonly ChoicePlan[];
    /** What it asks for instead, with everything else empty; null for any other budget. */
    readonly mixture: MixturePlan | null;
    /** Undefined where no constraint has a number alone on its right. */
    readonly limit: LimitPlan | undefined;
    /** Of the calls, those of the goal and the constraints: the answer rests on them alone. */
    readonly judging: readonly CallPlan[];
    readonly rivals: readonly RivalPlan[];
    /** By the names of the budget, and by its goal as written. */
    readonly units: ShownUnits;
}
