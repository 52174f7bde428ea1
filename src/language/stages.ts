/** Learning-rate schedules as they are written: what their stages say, in numbers. */
import { rateSchedule, type ScheduleDefinition, type StageDefinition } from '../expression/rates/rateSchedule.js';
import type { Shape } from '../expression/rates/stage.js';
import { constantValue } from './constants.js';
import type { Schedule, Stage } from './generated/ast.js';

/** A stage with the values of its expressions; undefined where one has none. */
export interface StageValues {
    readonly stage: Stage;
    /** The steps after `start` up to `end`. */
    readonly start: number;
    readonly end: number | undefined;
    readonly from: number;
    readonly to: number | undefined;
}

/** The values of all stages, each with where the one before it ends: what has no value changes nothing. */
export function valuesOfStages({ stages }: Schedule): readonly StageValues[] {
    let [start, from] = [0, initialRate(stages)];
    return stages.map((stage) => {
        const steps = constantValue(stage.steps);
        const end = steps === undefined ? undefined : stage.extent === 'over' ? start + steps : steps;
        const to = stage.rate === undefined ? (isConstant(stage) ? from : undefined) : constantValue(stage.rate);
        const values = { stage, start, end, from, to };
        [start, from] = [end ?? start, to ?? from];
        return values;
    });
}

/** The rate before the first step: where the schedule begins `constant at` a rate, that one; else 0. */
function initialRate([first]: readonly Stage[]): number {
    return first !== undefined && isConstant(first) ? (constantValue(first.rate) ?? 0) : 0;
}

export function isConstant({ shape }: Stage): boolean {
    return shape === 'constant';
}

/** Undefined for a schedule with a mistake, which its checks report. */
export function definitionOf(schedule: Schedule): ScheduleDefinition | undefined {
    const values = valuesOfStages(schedule);
    const stages: StageDefinition[] = [];
    for (const { stage, start, end, from, to } of values) {
        if (end === undefined || to === undefined || !isStep(end) || !isRate(to)) return undefined;
        if (stage.shape === 'exponential' && (from === 0 || to === 0)) return undefined;
        if (isBeforeFirst(stage, start, end)) continue;
        if (end <= start) return undefined;
        stages.push({ shape: SHAPES[stage.shape], last: end, rate: to });
    }
    return stages.length === 0 ? undefined : { initial: initialRate(schedule.stages), stages };
}

/** How far a schedule goes, and between which rates. */
export interface Extent {
    readonly last: number;
    /** The step at which the highest rate is first reached. */
    readonly peak: number;
    readonly highest: number;
    readonly final: number;
}

/** Undefined for a schedule with a mistake. */
export function extentOf(schedule: Schedule): Extent | undefined {
    const definition = definitionOf(schedule);
    if (definition === undefined) return undefined;
    const { last, peak } = rateSchedule(definition);
    const rates = [definition.initial, ...definition.stages.map(({ rate }) => rate)];
    return { last, peak, highest: Math.max(...rates), final: rates[rates.length - 1] };
}

/** `constant at 1e-5 until 0`, in the first place, is the rate before the first step. */
export function isBeforeFirst(stage: Stage, start: number, end: number | undefined): boolean {
    return isConstant(stage) && stage.$containerIndex === 0 && start === 0 && end === 0;
}

/** A number that a step can have. */
export function isStep(value: number): boolean {
    return Number.isSafeInteger(value) && value >= 0;
}

export function isRate(value: number): boolean {
    return value >= 0 && value < Infinity;
}

const SHAPES: Readonly<Record<Stage['shape'], Shape>> = {
    warmup: 'linear',
    constant: 'constant',
    linear: 'linear',
    cosine: 'cosine',
    sqrt: 'sqrt',
    square: 'square',
    exponential: 'exponential',
};
