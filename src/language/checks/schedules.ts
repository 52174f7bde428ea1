/** Learning-rate schedules: what their stages say, and where a schedule stands for a number or a number for a schedule. */
import { constantValue } from '../constants.js';
import {
    isLaw,
    isRuns,
    type Expression,
    type Law,
    type Operand,
    type Reference,
    type Schedule,
} from '../generated/ast.js';
import { referencesIn } from '../laws.js';
import { meaningOfReference, statementOf } from '../meaning.js';
import type { MeaningKind } from '../nameKinds.js';
import { isBareName, isFirstOfFunction } from '../scheduleFunctions.js';
import { isScheduleName, scheduleArguments, takesSchedule } from '../scheduleNames.js';
import { isBeforeFirst, isConstant, isRate, isStep, valuesOfStages, type StageValues } from '../stages.js';
import type { Scope } from '../scope.js';
import { quote, suggestion } from '../wording.js';
import type { Check, Report } from './check.js';
import { reportAmbiguous } from './names.js';
import { constantOf, expectNumber } from './numbers.js';

export const checkStages: Check<Schedule> = (schedule, report) => {
    if (schedule.stages.length === 0) {
        const message = `\`${schedule.name}\` has no stages: add one, such as \`warmup to 3e-4 over 2000\`.`;
        report('error', 'no-stages', message, { node: schedule, property: 'name' });
    }
    for (const values of valuesOfStages(schedule)) {
        checkTurn(values, report);
        checkExtent(values, report);
    }
};

/** `at` belongs to a constant stage, `to` to every other. */
function checkTurn(values: StageValues, report: Report): void {
    const { stage } = values;
    const { shape, turn, rate, $containerIndex: index } = stage;
    expectNumber(rate, report);
    if (isConstant(stage) && turn === 'to') {
        const message =
            '`constant` stays at a rate: write `constant at`, or a shape that goes to it such as `linear to`.';
        report('error', 'stage-rate', message, { node: stage, property: 'turn' });
    } else if (!isConstant(stage) && turn !== 'to') {
        const message = `\`${shape}\` goes to a rate: write \`${shape} to\` and the one that it ends at.`;
        report('error', 'stage-rate', message, { node: stage, property: turn === undefined ? 'shape' : 'turn' });
    } else if (isConstant(stage) && rate === undefined && index === 0) {
        const message =
            'There is no stage before this one, whose rate it could keep: write `constant at` and the rate.';
        report('error', 'stage-rate', message, { node: stage, property: 'shape' });
    } else if (rate !== undefined) checkRate(values, constantOf(rate, report), report);
}

function checkRate({ stage, from }: StageValues, rate: number | undefined, report: Report): void {
    if (rate !== undefined && !isRate(rate)) {
        const message = `A learning rate is a number from 0 on; ${quote(stage.rate!)} is none.`;
        report('error', 'stage-rate', message, { node: stage, property: 'rate' });
    } else if (stage.shape === 'exponential' && rate === 0) {
        const message = '`exponential` never gets to 0: write a small rate, or another shape.';
        report('error', 'stage-rate', message, { node: stage, property: 'rate' });
    } else if (stage.shape === 'exponential' && from === 0) {
        const message = '`exponential` cannot begin at a rate of 0: begin with `warmup` or `constant at`.';
        report('error', 'stage-rate', message, { node: stage, property: 'shape' });
    }
}

function checkExtent({ stage, start, end }: StageValues, report: Report): void {
    const { extent, steps } = stage;
    expectNumber(steps, report);
    const given = constantOf(steps, report);
    if (given === undefined || end === undefined || isBeforeFirst(stage, start, end)) return;
    if (!isStep(given) || !isStep(end) || given === 0) {
        const message = `${extent === 'over' ? 'A stage has a whole number of steps, 1 or more' : 'Steps are whole numbers from 1 on'}; ${quote(steps)} is none.`;
        report('error', 'stage-steps', message, { node: stage, property: 'steps' });
    } else if (end <= start) {
        const message = `The stage before this one ends at step ${start}: this one has to end later, or write \`over\` and how many steps it has.`;
        report('error', 'stage-steps', message, { node: stage, property: 'steps' });
    }
}

/** Where a schedule is wanted there is a name: of a schedule, of an argument of the law around, or of a column. */
export const checkScheduleOperand: Check<Operand> = (operand, report, { scope }) => {
    const { value } = operand;
    if (value === undefined || !takesSchedule(operand, scope)) return;
    if (!isBareName(value) || constantValue(value) !== undefined) {
        report('error', 'not-a-schedule', notASchedule(operand, value), { node: value });
        return;
    }
    const { name } = value;
    const place = { node: value, property: 'name' } as const;
    const meaning = meaningOfReference(value, scope);
    const statement = statementOf(value);
    if (isLaw(statement) && !isFirstOfFunction(operand) && meaning?.kind !== 'argument') {
        const message = `${wanted(operand)} is a schedule: make \`${name}\` an argument of \`${statement.name}\`.`;
        report('error', 'not-a-schedule', message, place);
    } else if (meaning?.kind === 'schedule') {
        reportAmbiguous(name, scope.schedulesNamed(name, value), place, report);
    } else if (meaning?.kind === 'column' && !isRuns(statement)) {
        const message = `The schedules of rows are known in the columns of runs: make ${quote(operand.$container)} a column, and use that here.`;
        report('error', 'not-a-schedule', message, { node: value });
    } else if (meaning === undefined) reportUnknown(name, value, report, scope);
    else if (!WANTED.has(meaning.kind)) {
        report('error', 'not-a-schedule', notASchedule(operand, value), { node: value });
    }
};

function reportUnknown(name: string, node: Reference, report: Report, scope: Scope): void {
    const known = scope.visibleSchedules(node).map((each) => each.name);
    const advice = suggestion(name, known, 'There are') || ` Define it: \`schedule ${name} { … }\`.`;
    const message = `There is no schedule named \`${name}\`.${advice}`;
    report('error', 'unknown-schedule', message, { node, property: 'name' });
}

const WANTED: ReadonlySet<MeaningKind> = new Set(['argument', 'column']);

function notASchedule(operand: Operand, value: Expression): string {
    const example = isRuns(statementOf(value)) ? 'the column that has the rates' : 'a schedule by its name';
    return `${wanted(operand)} is a schedule; ${quote(value)} is none: write ${example}.`;
}

function wanted(operand: Operand): string {
    const { $container: call, name } = operand;
    if (isFirstOfFunction(operand)) return `The first operand of \`${call.name}\``;
    return name === undefined ? `This operand of \`${call.name}\`` : `\`${name}\` of \`${call.name}\``;
}

/** An argument that is a schedule is no number anywhere else in the law, and has no unit. */
export const checkScheduleArguments: Check<Law> = (law, report, { scope }) => {
    const schedules = scheduleArguments(law, scope);
    if (schedules.size === 0) return;
    for (const argument of law.arguments) {
        if (!schedules.has(argument.name) || (argument.unit ?? argument.scale) === undefined) continue;
        const message = `\`${argument.name}\` is a schedule: it has no unit.`;
        report('error', 'schedule-as-number', message, { node: argument });
    }
    for (const reference of [law.block, law.body].flatMap(referencesIn)) {
        const meaning = meaningOfReference(reference, scope);
        const isSchedule = meaning?.kind === 'argument' && schedules.has(meaning.name);
        if (!isSchedule || isScheduleName(reference, scope)) continue;
        const message = `\`${reference.name}\` is a schedule here, not a number: ask for its \`rate(${reference.name}, step)\` at a step.`;
        report('error', 'schedule-as-number', message, { node: reference, property: 'name' });
    }
};
