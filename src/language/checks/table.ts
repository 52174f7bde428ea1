/** The table of all checks. A new one is a function in a file of this folder and a line here. */
import type { ScalingAstType } from '../generated/ast.js';
import { checkBinder, checkBinderIsThere, checkEquation, checkItemUse } from './binders.js';
import { checkBorrowed } from './borrowed.js';
import { checkBound, checkGoal, checkLimit, checkQuestion, checkSweep } from './budgets.js';
import { checkCall } from './calls.js';
import { checkChoice, checkChosen } from './choices.js';
import type { Check } from './check.js';
import { checkComparedName, checkComparedRows, checkComparison } from './comparisons.js';
import {
    checkDoubledInBudget,
    checkDoubledInLaw,
    checkDoubledInPreset,
    checkDoubledInRuns,
    checkDoubledOptions,
    checkDoubledStatements,
} from './doubles.js';
import { checkFitTarget, checkObjective, checkSolver, checkSolverObjective } from './fits.js';
import { checkConstantsOfGroups, checkGroupedConstant } from './groupedConstants.js';
import { checkIndex } from './indices.js';
import { checkLetOrder, checkRecursion, checkReservedName, checkUnused } from './laws.js';
import { checkMethod, checkMethodOptions } from './methods.js';
import { checkCountCall, checkCounts, checkMixture } from './mixtures.js';
import { checkLiteralScales } from './literalScales.js';
import { checkAlias, checkArgumentList, checkFitNames, checkReference } from './names.js';
import { checkCondition, checkConstraint, checkOperation } from './numbers.js';
import {
    checkBody,
    checkEnds,
    checkOperand,
    checkOperandValue,
    checkPin,
    checkPower,
    checkSetting,
    checkValue,
} from './operands.js';
import { checkParameterName, checkParameterValues } from './parameters.js';
import {
    checkBatch,
    checkCandidates,
    checkDoubledInPlan,
    checkKnownDesign,
    checkMeasure,
    checkNarrow,
    checkPlan,
    checkTotal,
} from './plans.js';
import { checkPresetChoice, checkPresetRange, checkPresetValue, checkPresetValues } from './presets.js';
import { checkBootstrap, checkIntervals, checkIntervalsFromRefits } from './refits.js';
import { checkRival, checkRivals } from './rivals.js';
import { checkRowFunction, checkSpan } from './rowFunctions.js';
import { checkRowLaw } from './rowLaws.js';
import { checkScale, checkSource, checkUnitName } from './runs.js';
import { checkItemsAreNumbers, checkRunsSource } from './runsFromRuns.js';
import { checkScheduleArguments, checkScheduleOperand, checkStages } from './schedules.js';
import { checkSyntax } from './syntax.js';
import { checkTie } from './ties.js';
import {
    checkBoundUnits,
    checkCandidateUnits,
    checkChoiceRangeUnits,
    checkChoiceUnits,
    checkColumnUnits,
    checkComparedUnits,
    checkFitUnits,
    checkLimitUnits,
    checkOperandUnits,
    checkOperationUnits,
    checkPinUnits,
    checkPresetRangeUnits,
    checkRangeUnits,
} from './units.js';
import { checkUnitAsName } from './unitNames.js';

export type Checks = { readonly [T in keyof ScalingAstType]?: readonly Check<ScalingAstType[T]>[] };

/** By the type of node they look at. */
export const CHECKS: Checks = {
    Specification: [checkSyntax, checkDoubledStatements],

    Runs: [checkSource, checkRunsSource, checkDoubledInRuns],
    Column: [checkUnitName, checkValue, checkColumnUnits],
    Filter: [checkCondition],

    Schedule: [checkStages],

    Law: [
        checkReservedName,
        checkAlias,
        checkArgumentList,
        checkRecursion,
        checkUnused,
        checkLetOrder,
        checkDoubledInLaw,
        checkPresetChoice,
        checkScheduleArguments,
        checkLiteralScales,
        checkBody,
    ],
    LawBody: [checkValue],
    Argument: [checkUnitName, checkScale],
    Let: [checkValue],
    Parameter: [
        checkParameterName,
        checkParameterValues,
        checkTie,
        checkEnds,
        checkPin,
        checkBoundUnits,
        checkPinUnits,
    ],
    Preset: [checkPresetValues, checkDoubledInPreset],
    PresetValue: [checkPresetValue, checkValue],
    PresetRange: [checkPresetRange, checkEnds, checkPresetRangeUnits],

    Fit: [
        checkFitNames,
        checkFitTarget,
        checkSolverObjective,
        checkDoubledOptions,
        checkConstantsOfGroups,
        checkMethodOptions,
        checkIntervalsFromRefits,
        checkFitUnits,
    ],
    ObjectiveOption: [checkObjective, checkSetting],
    WeightsOption: [checkValue],
    ErrorsOption: [checkValue],
    GroupedConstant: [checkGroupedConstant],
    MethodOption: [checkMethod],
    HoldoutOption: [checkCondition, checkComparedRows],
    BootstrapOption: [checkBootstrap],
    IntervalsOption: [checkIntervals],
    SolverOption: [checkSolver],

    Compare: [checkComparison, checkDoubledOptions, checkComparedUnits],
    ComparedLaw: [checkComparedName],

    Budget: [checkGoal, checkQuestion, checkMixture, checkDoubledInBudget, checkRivals],
    Goal: [checkValue],
    Constraint: [checkConstraint, checkLimit],
    Rival: [checkRival],
    Sweep: [checkSweep, checkEnds, checkRangeUnits],
    Choice: [checkChoice, checkChoiceRangeUnits],
    Counts: [checkCounts],
    Bound: [checkBound, checkEnds, checkRangeUnits],

    Plan: [checkPlan, checkDoubledInPlan],
    Narrow: [checkNarrow],
    Measure: [checkMeasure],
    Total: [checkTotal],
    BatchSize: [checkBatch],
    KnownDesign: [checkKnownDesign],
    Candidates: [checkCandidates, checkCandidateUnits],

    Predict: [checkValue],

    Reference: [
        checkReference,
        checkUnitAsName,
        checkBorrowed,
        checkChosen,
        checkRowLaw,
        checkRowFunction,
        checkCountCall,
        checkSpan,
        checkIndex,
        checkItemUse,
        checkCall,
        checkBinderIsThere,
        checkOperandUnits,
        checkChoiceUnits,
    ],
    Operand: [checkOperandValue, checkScheduleOperand],
    Binder: [checkBinder, checkItemsAreNumbers, checkEquation, checkLimitUnits],
    Operation: [checkOperation, checkOperationUnits],
    Negation: [checkOperand],
    Power: [checkPower],
};
