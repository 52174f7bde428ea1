/**
 * Learning-rate schedules: the rate η of every step 1, 2, … of a training run, and η₀ before the first. Plain data; what is
 * asked for at a step costs the logarithm of the number of stages.
 */
import { stageArea, stageRate, type Shape, type Stage } from './stage.js';

/** A stage as it is written down: it begins where the one before ended, and goes to its rate at its last step. */
export interface StageDefinition {
    readonly shape: Shape;
    /** Of the stage's last step: whole, above that of the stage before. */
    readonly last: number;
    readonly rate: number;
}

export interface ScheduleDefinition {
    /** η₀ */
    readonly initial: number;
    readonly stages: readonly StageDefinition[];
}

export interface RateSchedule {
    readonly initial: number;
    readonly stages: readonly Stage[];
    /** Of each stage: the sum of all rates before it. */
    readonly areas: readonly number[];
    /** The last step; 0 without stages. */
    readonly last: number;
    /** The step at which the highest rate is first reached. */
    readonly peak: number;
}

export function rateSchedule({ initial, stages: definitions }: ScheduleDefinition): RateSchedule {
    const stages: Stage[] = [];
    const areas: number[] = [];
    let [rate, last, area] = [initial, 0, 0];
    for (const { shape, last: end, rate: to } of definitions) {
        const stage = { shape, start: last, end, from: rate, to };
        stages.push(stage);
        areas.push(area);
        area += stageArea(stage, end);
        [rate, last] = [to, end];
    }
    return { initial, stages, areas, last, peak: peakOf(initial, stages) };
}

/** Every shape goes straight to its rate, so that the highest is one of those. */
function peakOf(initial: number, stages: readonly Stage[]): number {
    let [highest, peak] = [initial, 0];
    for (const { shape, start, end, to } of stages) {
        if (to > highest) [highest, peak] = [to, shape === 'constant' ? start + 1 : end];
    }
    return peak;
}

/** η at a step; η₀ before the first, NaN beyond the last. */
export function rateAt(schedule: RateSchedule, step: number): number {
    if (step <= 0) return schedule.initial;
    const index = stageAt(schedule, step);
    return index === undefined ? NaN : stageRate(schedule.stages[index], step);
}

/** η₁ + … + η of the step: S₁ of Tissue et al. 2024; 0 before the first step, NaN beyond the last. */
export function areaAt(schedule: RateSchedule, step: number): number {
    if (step <= 0) return 0;
    const index = stageAt(schedule, step);
    return index === undefined ? NaN : schedule.areas[index] + stageArea(schedule.stages[index], step);
}

/** The index of the stage that a step belongs to; undefined beyond the last, and for what is no number. */
export function stageAt({ stages, last }: RateSchedule, step: number): number | undefined {
    if (!(step <= last)) return undefined;
    let [low, high] = [0, stages.length - 1];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (step <= stages[middle].end) high = middle;
        else low = middle + 1;
    }
    return low;
}
