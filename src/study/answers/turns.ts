/** Laws that turn beyond the data: what falls with an argument at every run rises with it where a question lies. */
import { compileScalar } from '../../expression/compile.js';
import type { FitOutcome } from './constants.js';
import { fittedConstants } from './constants.js';
import { rangeOf } from './ranges.js';

/** Both sides of a value are looked at this far away, relative to it. */
const BESIDE = 1e-3;
/** A smaller change, relative to the law's value, says nothing. */
const NOTHING = 1e-9;
/** A best value may stand just where the law turns: it is looked at a little farther out, too. */
const STEP = 1.25;
/** The share of the rows that must agree. */
const MOST = 0.95;
/** What is nearer to the edge of the data than this is as good as inside. */
const OUTSIDE = 1.05;

/** A sentence for each argument; `values` are those of the law's arguments at the question, in its order. */
export function turnsAt(outcome: FitOutcome, values: readonly number[]): string[] {
    const { plan, problem, result } = outcome;
    const { law } = plan;
    const constants = fittedConstants(result);
    const names = [...law.arguments.map(({ name }) => name), ...constants.names];
    // A law with a constant for each group has more inputs than arguments, and one that rests on earlier fits more constants.
    if (problem.columns.length !== law.arguments.length || problem.earlier !== undefined) return [];
    const slopeIn = slopes(problem.law, names, constants.values);
    return law.arguments.flatMap(({ name, isSchedule }, index) => {
        if (isSchedule || !isOutside(problem.columns[index], values[index])) return [];
        const outward = values[index] * (values[index] > problem.columns[index][0] ? STEP : 1 / STEP);
        const there = [values[index], outward].map((value) =>
            slopeIn(Object.assign([...values], { [index]: value }), index),
        );
        const rows = problem.columns[index].map((_, row) =>
            slopeIn(
                problem.columns.map((column) => column[row]),
                index,
            ),
        );
        const here = sharedSign(rows);
        if (here === 0 || !there.includes(-here)) return [];
        const [before, after] = here < 0 ? ['falls', 'rises'] : ['rises', 'falls'];
        return [
            `\`${law.name}\` ${before} with ${name} at the runs, but ${after} with it here: no run shows that it turns.`,
        ];
    });
}

function isOutside(column: Float64Array, value: number): boolean {
    const [lowest, highest] = rangeOf(column);
    return value > highest * OUTSIDE || value * OUTSIDE < lowest;
}

/** The sign of the law's change with one of its arguments; 0 where it hardly changes or has no value. */
function slopes(
    law: Parameters<typeof compileScalar>[0][number],
    names: readonly string[],
    constants: Float64Array,
): (values: ArrayLike<number>, index: number) => number {
    const evaluate = compileScalar([law], names);
    const inputs = new Float64Array(names.length);
    const out = new Float64Array(1);
    return (values, index) => {
        inputs.set(values);
        inputs.set(constants, names.length - constants.length);
        const at = (factor: number): number => {
            inputs[index] = values[index] * factor;
            evaluate(inputs, out);
            return out[0];
        };
        const [below, above] = [at(1 / (1 + BESIDE)), at(1 + BESIDE)];
        const change = above - below;
        return Math.abs(change) > NOTHING * Math.abs(above) ? Math.sign(change) : 0;
    };
}

/** The sign that nearly all have; 0 where there is none. */
function sharedSign(signs: Float64Array): number {
    const count = (wanted: number): number => signs.filter((sign) => sign === wanted).length;
    return [1, -1].find((sign) => count(sign) >= MOST * signs.length) ?? 0;
}
