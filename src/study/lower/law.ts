/** Laws as formulas: aliases resolved, `let`s and calls of other laws put in place, parameters told apart by the law they belong to. */
import { AstUtils } from 'langium';
import { binary, name, num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { share } from '../../expression/share.js';
import { substitute } from '../../expression/substitute.js';
import { nodesOf } from '../../expression/walk.js';
import { unitOfArgument } from '../../language/argumentUnits.js';
import { constantValue } from '../../language/constants.js';
import type { Argument, Fit, Law, Preset, Reference, Schedule, Specification } from '../../language/generated/ast.js';
import { fitsOf } from '../../language/groups.js';
import {
    baseOf,
    chosenPreset,
    letsOf,
    objectiveOf,
    parameterEntries,
    parametersOf,
    presetsOf,
    settlingEntry,
} from '../../language/laws.js';
import { meaningOfReference } from '../../language/meaning.js';
import { isScheduleName, scheduleArguments } from '../../language/scheduleNames.js';
import type { Scope } from '../../language/scope.js';
import { constantNamed, ExpressionLowering, NOT_COMPUTABLE } from './expression.js';
import { lowerObjective } from './objective.js';
import { distinctUses, type LawPlan, type LawUse, type ParameterPlan, type PresetPlan, type TiePlan } from './plan.js';
import { ScheduleLowering } from './schedules.js';
import { Ties } from './ties.js';

/** Formulas of calls of calls can grow without end; a larger one is refused. */
const MOST_NODES = 20_000;

export class LawLowering {
    private readonly plans = new Map<Law, LawPlan | undefined>();
    private readonly laws = new Map<LawPlan, Law>();
    private readonly keys = new Map<string, Law>();
    /** Laws that are refused for their size. */
    readonly tooLarge: Law[] = [];
    readonly schedules: ScheduleLowering;

    /** `view` is the spec whose own fits give laws their values. */
    constructor(
        readonly scope: Scope,
        private readonly view: Specification,
        private readonly hasErrors: (statement: Law | Schedule) => boolean,
    ) {
        this.schedules = new ScheduleLowering(scope, hasErrors);
    }

    /** Undefined for a law that has errors, or calls one that has. */
    readonly planOf = (law: Law): LawPlan | undefined => {
        if (!this.plans.has(law)) {
            this.plans.set(law, undefined); // what a law that calls itself finds
            const plan = this.lower(law);
            this.plans.set(law, plan);
            if (plan !== undefined) this.laws.set(plan, law);
        }
        return this.plans.get(law);
    };

    readonly findLaw = (text: string, from: Parameters<Scope['findLaw']>[1]): Law | undefined =>
        this.scope.findLaw(text, from);

    /** The fits that give a law its values: those of the viewed spec, else those of the spec that defines the law. */
    fitsOf(plan: LawPlan): readonly Fit[] {
        const law = this.laws.get(plan);
        return law === undefined ? [] : fitsOf(law, this.view, this.scope);
    }

    readonly scheduleNamed = (reference: Reference): number | undefined => {
        if (!isScheduleName(reference, this.scope)) return undefined;
        const meaning = meaningOfReference(reference, this.scope);
        return meaning?.kind === 'schedule' ? this.schedules.idOf(meaning.owner as Schedule) : undefined;
    };

    private lower(law: Law): LawPlan | undefined {
        const base = baseOf(law, this.scope);
        if (base === undefined || this.hasErrors(law) || this.hasErrors(base)) return undefined;
        const key = this.uniqueKey(law);
        const schedules = scheduleArguments(base, this.scope);
        const names = parametersOf(law, this.scope) ?? [];
        const ties = new Ties(law, key, this.scope, this);
        const starts = new ExpressionLowering({
            findLaw: this.findLaw,
            planOf: this.planOf,
            lowerName: (text) => constantNamed(text) ?? NOT_COMPUTABLE,
        });
        const own = names.filter((each) => !ties.has(each)).map((each) => this.lowerParameter(law, key, each, starts));
        const expressions: ExpressionLowering = new ExpressionLowering({
            findLaw: this.findLaw,
            planOf: this.planOf,
            lowerName: bodyNames(base, key, () => expressions),
            scheduleNamed: this.scheduleNamed,
        });
        const body = expressions.lower(base.block?.value ?? base.body);
        const tied = names.filter((each) => ties.has(each)).map((each) => ({ name: each, value: ties.valueOf(each) }));
        const sources = [expressions, ties, starts].map((each) => each.sources);
        if (sources.some(({ unusable }) => unusable.length > 0)) return undefined;
        const valueless = distinct(expressions.sources.calls.map((call) => call.law)).filter(
            (plan) => !this.hasOwnValues(plan),
        );
        const adopted = valueless.flatMap((plan) => plan.parameters.map((parameter) => adopt(parameter, plan, key)));
        const renamed = new Map(adopted.map(({ from, parameter }) => [from, name(parameter.qualified)]));
        const inPlace = new Map([
            ...renamed,
            ...tied.map(({ name: each, value }) => [`${key}.${each}`, value] as const),
        ]);
        const [formula] = share([substitute(body, inPlace)]);
        if (nodesOf([formula]).length > MOST_NODES) {
            this.tooLarge.push(law);
            return undefined;
        }
        const needed = [expressions, ties].flatMap(({ sources: { calls, borrowed } }) => [...calls, ...borrowed]);
        return {
            name: law.name,
            uri: AstUtils.getDocument(law).uri.toString(),
            arguments: base.arguments.map((argument) => ({
                name: argument.name,
                isSchedule: schedules.has(argument.name),
                dimension: unitOfArgument(argument)?.dimension,
            })),
            formula,
            parameters: [...own, ...adopted.map(({ parameter }) => parameter)],
            ties: [...tied, ...valueless.flatMap((plan) => adoptedTies(plan, renamed))],
            uses: distinctUses(
                needed.flatMap((use) =>
                    valueless.includes(use.law) ? use.law.uses : [withoutPlaces(use), ...use.law.uses],
                ),
            ),
            startsFrom: distinctUses(starts.sources.borrowed.map(withoutPlaces)),
            objective: lowerObjective(objectiveOf(law, this.scope)),
            presetNames: presetsOf(law, this.scope).map(({ name: preset }) => preset),
            preset: presetPlan(chosenPreset(law, this.scope)),
        };
    }

    private hasOwnValues(plan: LawPlan): boolean {
        return (
            plan.preset !== undefined ||
            plan.parameters.every(({ pinned }) => pinned !== undefined) ||
            this.fitsOf(plan).length > 0
        );
    }

    private lowerParameter(law: Law, key: string, parameter: string, starts: ExpressionLowering): ParameterPlan {
        const entries = parameterEntries(law, parameter, this.scope);
        const bounds = entries.find((entry) => entry.lower !== undefined);
        const pinned = constantValue(settlingEntry(law, parameter, this.scope)?.value);
        const start = entries.find((entry) => entry.start !== undefined)?.start;
        return {
            name: parameter,
            qualified: `${key}.${parameter}`,
            lower: constantValue(bounds?.lower) ?? -Infinity,
            upper: constantValue(bounds?.upper) ?? Infinity,
            ...(pinned === undefined ? {} : { pinned }),
            ...(start === undefined ? {} : { start: starts.lower(start) }),
        };
    }

    /** The law's name; another where two laws of different files have the same. */
    private uniqueKey(law: Law): string {
        let key = law.name;
        for (let count = 2; (this.keys.get(key) ?? law) !== law; count++) key = `${law.name}#${count}`;
        this.keys.set(key, law);
        return key;
    }
}

function presetPlan(preset: Preset | undefined): PresetPlan | undefined {
    if (preset === undefined) return undefined;
    const values = preset.values.flatMap(({ name, value }): [string, number][] => {
        const constant = constantValue(value);
        return constant === undefined ? [] : [[name, constant]];
    });
    const ranges = preset.ranges.map(({ name, lower, upper }): [string, [number, number]] => [
        name,
        [constantValue(lower) ?? -Infinity, constantValue(upper) ?? Infinity],
    ]);
    return { name: preset.name, values: new Map(values), ranges: new Map(ranges) };
}

/** What names mean in the body of a law; each `let` is lowered once and shared. */
function bodyNames(base: Law, key: string, expressions: () => ExpressionLowering): (text: string) => Expr {
    const bound = new Map<string, Expr>(base.arguments.map((argument) => [argument.name, inItsUnit(argument)]));
    const waiting = new Map(letsOf(base).map((each) => [each.name, each.value]));
    return (text) => {
        const value = waiting.get(text);
        if (value !== undefined) {
            waiting.delete(text);
            bound.set(text, expressions().lower(value));
        }
        return bound.get(text) ?? constantNamed(text) ?? name(`${key}.${text}`);
    };
}

/** Values are kept in base terms; in the body an argument stands for the number in the unit it is declared in. */
function inItsUnit(argument: Argument): Expr {
    const factor = unitOfArgument(argument)?.factor ?? 1;
    return factor === 1 ? name(argument.name) : binary('/', name(argument.name), num(factor));
}

/** A parameter of a called law that has no values of its own is estimated with the caller's. */
function adopt(parameter: ParameterPlan, from: LawPlan, key: string): { from: string; parameter: ParameterPlan } {
    const adopted = `${from.name}.${parameter.name}`;
    return { from: parameter.qualified, parameter: { ...parameter, name: adopted, qualified: `${key}.${adopted}` } };
}

function adoptedTies(from: LawPlan, renamed: ReadonlyMap<string, Expr>): TiePlan[] {
    return from.ties.map((tie) => ({ name: `${from.name}.${tie.name}`, value: substitute(tie.value, renamed) }));
}

/** Where a law names a group is of no use outside it: questions elsewhere are not to blame that place. */
function withoutPlaces({ groups, ...use }: LawUse): LawUse {
    return { ...use, groups: groups.map(({ column, value }) => ({ column, value })) };
}

function distinct<T>(items: readonly T[]): T[] {
    return [...new Set(items)];
}
