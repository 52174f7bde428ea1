/** The places of the syntax tree that take a number: what stands there must not be a condition or a text. */
import type {
    Bound,
    Column,
    ErrorsOption,
    Expression,
    Goal,
    Law,
    LawBody,
    Let,
    Negation,
    ObjectiveOption,
    Operand,
    Parameter,
    PresetRange,
    Power,
    Predict,
    PresetValue,
    Sweep,
    WeightsOption,
} from '../generated/ast.js';
import { mayNameGroup } from '../choices.js';
import { isGroupOperand } from '../groups.js';
import { takesSchedule } from '../scheduleNames.js';
import type { Check } from './check.js';
import { expectNumber, requireCondition } from './numbers.js';

type Valued = Column | ErrorsOption | Goal | LawBody | Let | Predict | PresetValue | WeightsOption;

export const checkValue: Check<Valued> = ({ value }, report) => expectNumber(value, report);

/** The group of a fit is given by its value; `if` begins with a condition, an equation is checked with its limits, a schedule has checks of its own, all else is a number. */
export const checkOperandValue: Check<Operand> = (operand, report, { scope }) => {
    const { name, value, $container: call, $containerIndex: index } = operand;
    if (call.name === 'solve' || takesSchedule(operand, scope)) return;
    if (call.name === 'if' && index === 0) requireCondition(value, 'if', 'if(C > 1e21, a, b)', report);
    else if (!isGroupOperand(operand, scope)) expectNumber(value, report);
    else if (value !== undefined && !isLiteral(value) && !mayNameGroup(value, scope)) {
        const message = `\`${name}\` names a group of the fit: write its value, such as \`${name} = "…"\`.`;
        report('error', 'group-value', message, { node: value });
    }
};

function isLiteral({ $type }: Expression): boolean {
    return $type === 'TextLiteral' || $type === 'NumberLiteral';
}

export const checkOperand: Check<Negation> = ({ operand }, report) => expectNumber(operand, report);

export const checkPower: Check<Power> = ({ base, exponent }, report) => {
    expectNumber(base, report);
    expectNumber(exponent, report);
};

export const checkBody: Check<Law> = ({ body }, report) => expectNumber(body, report);

export const checkEnds: Check<Bound | Parameter | PresetRange | Sweep> = ({ lower, upper }, report) => {
    expectNumber(lower, report);
    expectNumber(upper, report);
};

export const checkPin: Check<Parameter> = ({ value, start }, report) => {
    expectNumber(value, report);
    expectNumber(start, report);
};

export const checkSetting: Check<ObjectiveOption> = ({ setting }, report) => expectNumber(setting, report);
