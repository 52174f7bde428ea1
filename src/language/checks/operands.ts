/** The places of the syntax tree that take a number: what stands there must not be a condition or a text. */
import type {
    Bound,
    Column,
    Goal,
    Law,
    LawBody,
    Let,
    Negation,
    ObjectiveOption,
    Operand,
    Parameter,
    Power,
    Predict,
    PresetValue,
    Sweep,
} from '../generated/ast.js';
import type { Check } from './check.js';
import { expectNumber } from './numbers.js';

export const checkValue: Check<Column | Goal | LawBody | Let | Operand | Predict | PresetValue> = ({ value }, report) =>
    expectNumber(value, report);

export const checkOperand: Check<Negation> = ({ operand }, report) => expectNumber(operand, report);

export const checkPower: Check<Power> = ({ base, exponent }, report) => {
    expectNumber(base, report);
    expectNumber(exponent, report);
};

export const checkBody: Check<Law> = ({ body }, report) => expectNumber(body, report);

export const checkEnds: Check<Bound | Parameter | Sweep> = ({ lower, upper }, report) => {
    expectNumber(lower, report);
    expectNumber(upper, report);
};

export const checkPin: Check<Parameter> = ({ value, start }, report) => {
    expectNumber(value, report);
    expectNumber(start, report);
};

export const checkSetting: Check<ObjectiveOption> = ({ setting }, report) => expectNumber(setting, report);
