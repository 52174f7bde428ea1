/**
 * Formulas on a small vector machine, where code must not be generated: each instruction works on a block of rows at
 * once, so that deciding what to do costs little beside doing it. The digits are those of the generated code, since
 * the operations are the same.
 */
import type { Backend } from './backend.js';
import type { Equation } from './expr.js';
import { BLOCK_ROWS, assemble } from './instructions.js';
import type { Inside, Instruction } from './instructions.js';
import type { Register } from './kernels.js';
import type { Residual } from './root.js';
import { scheduleOfResidual } from './schedule.js';

export const interpreted: Backend = {
    scalar(schedule) {
        const { scalars, once, results } = assemble(schedule, inside);
        return (values, out) => {
            for (const { input, target } of scalars) target[0] = values[input];
            run(once, 1);
            results.forEach((result, k) => (out[k] = result[0]));
        };
    },

    rows(schedule) {
        const program = assemble(schedule, inside);
        return (columns, scalars, out, from, to) => {
            for (const { input, target } of program.scalars) target[0] = scalars[input];
            run(program.once, 1);
            for (let start = from; start < to; start += BLOCK_ROWS) {
                const end = Math.min(to, start + BLOCK_ROWS);
                for (const { input, target } of program.columns) target.set(columns[input].subarray(start, end));
                run(program.perBlock, end - start);
                program.results.forEach((result, k) => store(result, out[k], start, end));
            }
        };
    },
};

const inside: Inside = { residualOf, rowsOf: (terms) => interpreted.rows(terms) };

function residualOf(equation: Equation): Residual {
    const evaluate = interpreted.scalar(scheduleOfResidual(equation));
    const out = new Float64Array(1);
    return (inputs) => {
        evaluate(inputs, out);
        return out[0];
    };
}

function store(result: Register, column: Float64Array, from: number, to: number): void {
    if (result.length === 1) column.fill(result[0], from, to);
    else column.set(result.subarray(0, to - from), from);
}

function run(instructions: readonly Instruction[], rows: number): void {
    for (const { compute, targets, operands } of instructions) compute(targets, operands, rows);
}
