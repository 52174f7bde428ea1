/** The functions and constants that the language offers. */
import { FUNCTIONS as NUMERIC, type FunctionName } from '../expression/functions.js';
import { COUNT_FUNCTIONS } from './mixtures.js';
import { ROW_FUNCTIONS } from './rowFunctions.js';

export { CONSTANTS } from '../expression/functions.js';

export interface LanguageFunction {
    readonly signature: string;
    /** One line, for completion and hover. */
    readonly doc: string;
    /** Fewest and most operands. */
    readonly arity: readonly [fewest: number, most: number];
}

/** A function of numbers that specs can call. */
export type NumericFunction = Exclude<FunctionName, 'select'>;

/** Calls whose operands are conditions, or are followed by `for x in …`. */
export type Form = 'if' | 'sum' | 'product' | 'solve' | 'drops';

const FORMS: Readonly<Record<Form, LanguageFunction>> = {
    if: {
        signature: 'if(condition, then, otherwise)',
        doc: 'One of two values; what the other one is, and whether it can be computed, makes no difference.',
        arity: [3, 3],
    },
    sum: {
        signature: 'sum(term for x in {a, b})',
        doc: 'The sum over a list of names or numbers, or over a range such as `1 .. 3`.',
        arity: [1, 1],
    },
    product: {
        signature: 'product(factor for x in {a, b})',
        doc: 'The product over a list of names or numbers, or over a range such as `1 .. 3`.',
        arity: [1, 1],
    },
    solve: {
        signature: 'solve(left == right for x in lower .. upper)',
        doc: 'The value between the limits for which the equation holds.',
        arity: [1, 1],
    },
    drops: {
        signature: 'drops(schedule, term for k in after .. last)',
        doc: 'The decreases of the learning rate at the steps after the first limit up to the last, each times the term of its step.',
        arity: [2, 2],
    },
};

export const FUNCTIONS: Readonly<Record<string, LanguageFunction>> = {
    ...Object.fromEntries(Object.entries(NUMERIC).filter(([name]) => isNumericFunction(name))),
    ...FORMS,
    ...ROW_FUNCTIONS,
    ...COUNT_FUNCTIONS,
};

export function isFunctionName(text: string): boolean {
    return Object.hasOwn(FUNCTIONS, text);
}

export function isNumericFunction(text: string): text is NumericFunction {
    return text !== 'select' && Object.hasOwn(NUMERIC, text);
}

export function isForm(text: string): text is Form {
    return Object.hasOwn(FORMS, text);
}
