/**
 * Schedules as numbers. A formula, a row or a resample carries a schedule as it does any number; the number is a hash of what
 * the schedule says, so that equal schedules have equal numbers, in every process. What was registered stays: it is small
 * beside the text or the rows that it was read from.
 */
import { areaAt, rateAt, rateSchedule, type RateSchedule, type ScheduleDefinition } from './rateSchedule.js';

interface Registered {
    readonly content: string;
    readonly schedule: RateSchedule;
}

const registered = new Map<number, Registered>();

/** The number that stands for a schedule. */
export function registerSchedule(definition: ScheduleDefinition): number {
    const { initial, stages } = definition;
    const content = [initial, ...stages.map(({ shape, last, rate }) => `${shape} ${last} ${rate}`)].join(', ');
    let id = hashOf(content);
    for (let known = registered.get(id); known !== undefined; known = registered.get(++id)) {
        if (known.content === content) return id;
    }
    registered.set(id, { content, schedule: rateSchedule(definition) });
    return id;
}

/** Undefined for a number that stands for none. */
export function scheduleOfId(id: number): RateSchedule | undefined {
    return registered.get(id)?.schedule;
}

export function rate(id: number, step: number): number {
    const schedule = scheduleOfId(id);
    return schedule === undefined ? NaN : rateAt(schedule, step);
}

export function area(id: number, step: number): number {
    const schedule = scheduleOfId(id);
    return schedule === undefined ? NaN : areaAt(schedule, step);
}

export function peak(id: number): number {
    return scheduleOfId(id)?.peak ?? NaN;
}

/** 52 bits (FNV-1a in two halves), below the largest whole number that is exact. */
function hashOf(text: string): number {
    let [high, low] = [0x811c9dc5, 0xcbf29ce4];
    for (let index = 0; index < text.length; index++) {
        high = Math.imul(high ^ text.charCodeAt(index), 0x01000193);
        low = Math.imul(low ^ text.charCodeAt(index) ^ (high >>> 7), 0x85ebca6b);
    }
    return ((high >>> 6) + 1) * 2 ** 26 + (low >>> 6);
}
