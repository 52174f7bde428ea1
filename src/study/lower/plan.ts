/** A spec as plain data: what its statements ask, with every name resolved and no syntax node left. */
import type { Constraint } from '../../allocate/problem.js';
import type { Axis, KnownDesign } from '../../experiment/problem.js';
import type { Expr, SolveNode } from '../../expression/expr.js';
import type { BootstrapSpec, IntervalKind, Objective } from '../../fit/problem.js';
import type { Dimension } from '../../quantity/dimension.js';
import type { ShownUnit } from '../../quantity/shownUnit.js';
import type { Diagnostic, Range } from '../report.js';
import type { BudgetPlan } from './budgetPlan.js';
import type { RunsPlan, Mention, FilterPlan, FormulaPlan } from './runsPlan.js';

export interface SpecificationPlan {
    readonly uri: string;
    /** Each in the order of the text; statements with errors are left out. */
    readonly runs: readonly RunsPlan[];
    readonly fits: readonly FitPlan[];
    readonly comparisons: readonly ComparisonPlan[];
    readonly budgets: readonly BudgetPlan[];
    readonly experiments: readonly ExperimentPlan[];
    readonly predictions: readonly PredictionPlan[];
    /** The fits that give each law its values: those of this spec, else those of the spec that defines the law. */
    readonly fitsOf: ReadonlyMap<LawPlan, readonly FitPlan[]>;
    /** The names of learning-rate schedules, by the numbers that stand for them. */
    readonly scheduleNames: ReadonlyMap<number, string>;
    /** What the lowering found wrong in this spec. */
    readonly problems: readonly Diagnostic[];
}

export interface ArgumentPlan {
    readonly name: string;
    /** Of the unit it is declared in; undefined without one. */
    readonly dimension: Dimension | undefined;
    /** Whether it stands for a learning-rate schedule. */
    readonly isSchedule: boolean;
}

export interface ParameterPlan {
    /** As reports name it: `alpha`, or `surface.alpha` for one of a law that this law calls and that has no values of its own. */
    readonly name: string;
    /** Its name in formulas, unique in a spec: `mine.alpha`, `mine.surface.alpha`. */
    readonly qualified: string;
    readonly lower: number;
    readonly upper: number;
    readonly pinned?: number;
    /** A formula of the qualified names of other laws' parameters. */
    readonly start?: Expr;
}

/** A parameter that a formula of others gives, as in `beta = alpha` or `beta = surface.beta`. */
export interface TiePlan {
    readonly name: string;
    /** A formula of the qualified names of free and pinned parameters, and of those of other laws. */
    readonly value: Expr;
}

export interface LawPlan {
    readonly name: string;
    /** The document that defines it. */
    readonly uri: string;
    readonly arguments: readonly ArgumentPlan[];
    /** A formula of the arguments' names, its parameters' qualified names, and those of the laws it uses. */
    readonly formula: Expr;
    /** What a fit of this law estimates or holds. */
    readonly parameters: readonly ParameterPlan[];
    /** The other parameters: the formula is free of them. */
    readonly ties: readonly TiePlan[];
    /** Laws that it calls and that have values of their own, and those whose parameters it names. */
    readonly uses: readonly LawUse[];
    /** Laws at whose values a fit of it begins. */
    readonly startsFrom: readonly LawUse[];
    /** How its authors fitted it. */
    readonly objective: Objective | undefined;
    /** Names of the sets of published constants that it could take. */
    readonly presetNames: readonly string[];
    /** Undefined without `with`. */
    readonly preset: PresetPlan | undefined;
}

/** Published constants. */
export interface PresetPlan {
    readonly name: string;
    /** By the names of the parameters. */
    readonly values: ReadonlyMap<string, number>;
    /** From where to where an argument went in the runs that they come from, where that is known. */
    readonly ranges: ReadonlyMap<string, readonly [lowest: number, highest: number]>;
}

/** A law whose values are needed, and, where it was fitted in groups, those of which group. */
export interface LawUse {
    readonly law: LawPlan;
    readonly groups: readonly GroupChoice[];
    /** The names of the parameters that are needed; undefined for all. */
    readonly parameters?: ReadonlySet<string>;
}

/** As in `mine(N, D, dataset = "c4")`. */
export interface GroupChoice {
    readonly column: string;
    /** As groups are named: a text, or a number with its usual suffix; of a group that a budget chooses, the name of its slot. */
    readonly value: string;
    /** Where a budget chooses the group. */
    readonly chosen?: ChosenValue;
    /** Of the value, where it stands in the question itself. */
    readonly range?: Range | undefined;
}

/** What a budget chooses, `bits`, or a column of the rows that it chooses from, `model.price`. */
export interface ChosenValue {
    readonly choice: string;
    /** Undefined for a choice that is not made among rows. */
    readonly column: string | undefined;
}

/** The name of what is chosen in formulas; no law or variable can be called that. */
export function slotOf({ choice, column }: ChosenValue): string {
    return column === undefined ? choice : `over ${choice}.${column}`;
}

/** The name in formulas of a parameter of a law that is used with its values of some groups. */
export function qualifiedIn(groups: readonly GroupChoice[], qualified: string): string {
    return groups.length === 0 ? qualified : `${qualified}[${groups.map(({ value }) => value).join(', ')}]`;
}

/** Each law once for each choice of groups, with all the parameters that are needed of it. */
export function distinctUses(uses: readonly LawUse[]): LawUse[] {
    const known = new Map<LawPlan, Map<string, LawUse>>();
    for (const use of uses) {
        const ofLaw = known.get(use.law) ?? new Map<string, LawUse>();
        const key = qualifiedIn(use.groups, '');
        known.set(use.law, ofLaw.set(key, bothUses(ofLaw.get(key) ?? use, use)));
    }
    return [...known.values()].flatMap((ofLaw) => [...ofLaw.values()]);
}

function bothUses(first: LawUse, { parameters }: LawUse): LawUse {
    const { law, groups } = first;
    if (first.parameters === undefined || parameters === undefined) return { law, groups };
    return { law, groups, parameters: new Set([...first.parameters, ...parameters]) };
}

/** What fits and comparisons say of the rows and of what is minimised over them. */
export interface EstimationPlan {
    readonly runs: RunsPlan;
    /** Where problems of the whole are said. */
    readonly range: Range;
    readonly runsRange: Range;
    /** The column after `predicting`. */
    readonly target: Mention | undefined;
    /** Undefined: the default, which depends on the target's values. */
    readonly objective: Objective | undefined;
    /** How much each row counts. */
    readonly weights: FormulaPlan | undefined;
    /** The standard error of each observed value. */
    readonly errors: FormulaPlan | undefined;
    readonly holdout: FilterPlan | undefined;
    readonly bootstrap: BootstrapSpec | null;
    /** The column whose values tell clusters of rows apart. */
    readonly clusters: Mention | undefined;
}

export interface FitPlan extends EstimationPlan {
    readonly law: LawPlan;
    /** The column after `by`. */
    readonly group: Mention | undefined;
    readonly constants: readonly GroupedConstantPlan[];
    /** What is made of the runs before the law is fitted to it. */
    readonly method: MethodPlan | undefined;
    /** The column along which rows are held out in turn. */
    readonly rolling: Mention | undefined;
    /** Whether the influence of each row is asked for. */
    readonly influence: boolean;
    readonly intervals: IntervalKind;
    readonly solver: 'default' | 'lm';
}

/** A parameter with a value for each value of a column. */
export interface GroupedConstantPlan {
    readonly parameter: string;
    readonly column: Mention;
    /** Of the parameter's name in the fit. */
    readonly range: Range;
}

export interface MethodPlan {
    readonly kind: 'isoflop' | 'envelope';
    /** How isoflop finds the minimum of a budget's curve. */
    readonly minimum: 'parabola' | 'akima';
    readonly compute: Mention;
    readonly size: Mention;
    readonly loss: Mention;
    readonly range: Range;
}

export interface ComparisonPlan extends EstimationPlan {
    readonly laws: readonly { readonly law: LawPlan; readonly range: Range }[];
}

/** A call of a law in a question. */
export interface CallPlan extends LawUse {
    /** The formula of each argument, in the law's order. */
    readonly operands: readonly Expr[];
    /** The law's formula with the operands in place; the very node that stands in the question. */
    readonly value: Expr;
}

/** An equation that is solved in a question. */
export interface SolutionPlan {
    /** The node that stands in the question. */
    readonly solution: SolveNode;
    readonly range: Range;
}

/** What the formulas of a question rest on. */
export interface Sources {
    readonly calls: readonly CallPlan[];
    /** Laws whose parameters are named. */
    readonly borrowed: readonly LawUse[];
    readonly solutions: readonly SolutionPlan[];
    /** Names of laws that are needed and have errors. */
    readonly unusable: readonly string[];
}

export interface PredictionPlan extends Sources {
    /** The expression as written. */
    readonly text: string;
    /** Of the expression. */
    readonly range: Range;
    readonly value: Expr;
}

/** What a plan narrows the interval of. */
export type TargetPlan = { readonly text: string; readonly range: Range; readonly sources: Sources } & (
    | { readonly kind: 'prediction'; readonly value: Expr }
    /** Of a variable of a budget, or of its goal; the budget is undefined where it has errors. */
    | { readonly kind: 'budget'; readonly budget: BudgetPlan | undefined; readonly variable: string | null }
);

export type AxisPlan = Axis & { readonly range: Range; readonly dimension: Dimension | undefined };

/** Which runs to do next; a `plan` of the language. */
export interface ExperimentPlan extends Sources {
    readonly name: string;
    /** Of its name. */
    readonly range: Range;
    readonly target: TargetPlan;
    /** The law that a run measures, at the candidates' values; undefined where the text leaves it open. */
    readonly measured: CallPlan | undefined;
    /** Where that is said, or should be. */
    readonly measuredRange: Range;
    readonly axes: readonly AxisPlan[];
    readonly limits: readonly Constraint[];
    readonly total: {
        readonly cost: Expr;
        readonly limit: number;
        /** In which costs are shown. */
        readonly unit: ShownUnit | undefined;
        readonly text: string;
    } | null;
    readonly batch: number | null;
    readonly against: readonly { readonly kind: KnownDesign; readonly range: Range }[];
}
