/** A schedule as instructions on registers: blocks of rows, or single values where all rows have the same. */
import type { Equation, Expr } from './expr.js';
import { FUNCTIONS } from './functions.js';
import { BINARY, calling, negate, solving, square } from './kernels.js';
import type { Kernel, Register } from './kernels.js';
import type { Residual } from './root.js';
import { isSquare } from './schedule.js';
import type { Schedule } from './schedule.js';
import { operandsOf } from './walk.js';

/** Rows that are worked on at once: the registers of a usual law fit a processor's second cache. */
export const BLOCK_ROWS = 256;

export interface Instruction {
    readonly compute: Kernel;
    readonly operands: readonly Register[];
    readonly target: Register;
}

/** Where the value of an input goes. */
export interface Load {
    readonly input: number;
    readonly target: Register;
}

export interface Program {
    /** Values that are set once per call, and those that are set for every block. */
    readonly scalars: readonly Load[];
    readonly columns: readonly Load[];
    readonly once: readonly Instruction[];
    readonly perBlock: readonly Instruction[];
    /** Where each formula's value is found after a block. */
    readonly results: readonly Register[];
}

/** `residualOf` compiles the equations that are met. */
export function assemble(
    { inputs, roots, invariant, varying }: Schedule,
    residualOf: (equation: Equation) => Residual,
): Program {
    const registers = new Map<Expr, Register>();
    for (const node of invariant) registers.set(node, Float64Array.of(node.kind === 'number' ? node.value : 0));
    allocateBlocks(varying, roots, registers);
    const loads = (nodes: readonly Expr[], names: readonly string[]): Load[] =>
        nodes.flatMap((node) =>
            node.kind === 'name' ? [{ input: names.indexOf(node.name), target: registers.get(node)! }] : [],
        );
    const instructions = (nodes: readonly Expr[]): Instruction[] =>
        nodes.filter((node) => operandsOf(node).length > 0).map((node) => instructionOf(node, registers, residualOf));
    return {
        scalars: loads(invariant, inputs.scalars),
        columns: loads(varying, inputs.columns),
        once: instructions(invariant),
        perBlock: instructions(varying),
        results: roots.map((root) => registers.get(root)!),
    };
}

/**
 * Columns, which are set before the first instruction, have a register of their own. The others take one that is free
 * after its last use: an instruction may write over its own operand.
 */
function allocateBlocks(varying: readonly Expr[], roots: readonly Expr[], registers: Map<Expr, Register>): void {
    const lastUse = new Map<Expr, Expr>();
    for (const node of varying) for (const operand of operandsOf(node)) lastUse.set(operand, node);
    const kept = new Set(roots);
    const free: Register[] = [];
    for (const node of varying) {
        for (const operand of new Set(operandsOf(node))) {
            const register = registers.get(operand)!;
            if (register.length > 1 && !kept.has(operand) && lastUse.get(operand) === node) free.push(register);
        }
        const reused = node.kind === 'name' ? undefined : free.pop();
        registers.set(node, reused ?? new Float64Array(BLOCK_ROWS));
    }
}

function instructionOf(
    node: Expr,
    registers: ReadonlyMap<Expr, Register>,
    residualOf: (equation: Equation) => Residual,
): Instruction {
    const operands = operandsOf(node).map((operand) => registers.get(operand)!);
    return { compute: kernelOf(node, residualOf), operands, target: registers.get(node)! };
}

function kernelOf(node: Expr, residualOf: (equation: Equation) => Residual): Kernel {
    if (isSquare(node)) return square;
    switch (node.kind) {
        case 'binary':
            return BINARY[node.operator];
        case 'call':
            return calling(FUNCTIONS[node.function].evaluate);
        case 'solve':
            return solving(residualOf(node.equation));
        default:
            return negate;
    }
}
