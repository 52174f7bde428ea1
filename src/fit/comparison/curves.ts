/** Fitted laws as functions of one positive variable, so that they can be compared along it. */
import type { Expr } from '../../expression/expr.js';
import { compileLaw } from '../lawOnRows.js';
import type { FittedParameters } from '../predict.js';
import type { Along } from './signChanges.js';

/** The law's values at some x, for given parameters. What cannot be computed is NaN or ±Infinity. */
export type CurveFunction = (x: Float64Array, parameters: ArrayLike<number>) => Float64Array;

export interface Curve {
    readonly name: string;
    readonly valuesAt: CurveFunction;
    readonly fitted: FittedParameters;
}

export type CurvePair = readonly [first: Curve, second: Curve];

/** A law as it was fitted. */
export interface FittedLaw {
    readonly name: string;
    /** A formula of `argumentNames` and of `fitted.names`. */
    readonly law: Expr;
    readonly argumentNames: readonly string[];
    readonly fitted: FittedParameters;
}

/**
 * A law along a path through its arguments.
 * @param path each argument as a function of x, in the order of `argumentNames`: N = x and D = 20·x, say
 */
export function alongPath(fittedLaw: FittedLaw, path: readonly ((x: number) => number)[]): Curve {
    const { name, law, argumentNames, fitted } = fittedLaw;
    const valuesOn = compileLaw(law, argumentNames, fitted.names);
    return {
        name,
        fitted,
        valuesAt: (x, parameters) =>
            valuesOn(
                path.map((argument) => x.map((at) => argument(at))),
                x.length,
                parameters,
            ),
    };
}

/** The first curve minus the second, for given parameters of each. */
export function differenceOf(
    [first, second]: CurvePair,
    [ofFirst, ofSecond]: readonly [ArrayLike<number>, ArrayLike<number>],
): Along {
    return (logX) => {
        const x = logX.map(Math.exp);
        const values = second.valuesAt(x, ofSecond);
        return first.valuesAt(x, ofFirst).map((value, k) => value - values[k]);
    };
}
