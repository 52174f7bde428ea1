/** A schedule as instructions on registers: blocks of rows, or single values where all rows have the same. */
import type { DropsNode, Equation, Expr } from './expr.js';
import type { CompiledRows } from './backend.js';
import { FUNCTIONS } from './functions.js';
import { BINARY, calling, negate, solving, square, summing } from './kernels.js';
import type { Kernel, Register } from './kernels.js';
import { inLoops, isLoop, loopsOf, type Loop } from './loops.js';
import type { Residual } from './root.js';
import { isSquare } from './schedule.js';
import type { Schedule } from './schedule.js';
import { operandsOf } from './walk.js';

/** Rows that are worked on at once: the registers of a usual law fit a processor's second cache. */
export const BLOCK_ROWS = 256;

export interface Instruction {
    readonly compute: Kernel;
    readonly operands: readonly Register[];
    /** Several where one loop computes several sums. */
    readonly targets: readonly Register[];
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

/** How what is inside of a node is computed: the equations and the terms of loops that are met. */
export interface Inside {
    readonly residualOf: (equation: Equation) => Residual;
    readonly rowsOf: (terms: Schedule) => CompiledRows;
}

export function assemble(schedule: Schedule, inside: Inside): Program {
    const { inputs, roots, invariant } = schedule;
    const varying = inLoops(schedule.varying);
    const registers = new Map<Expr, Register>();
    for (const node of invariant) registers.set(node, Float64Array.of(node.kind === 'number' ? node.value : 0));
    allocateBlocks(varying, roots, registers);
    const loads = (nodes: readonly Expr[], names: readonly string[]): Load[] =>
        nodes.flatMap((node) =>
            node.kind === 'name' ? [{ input: names.indexOf(node.name), target: registers.get(node)! }] : [],
        );
    const instructions = (nodes: readonly Expr[]): Instruction[] =>
        loopsOf(inLoops(nodes)).flatMap((part) => {
            if (isLoop(part)) return [loopInstruction(part, registers, inside)];
            return operandsOf(part).length > 0 ? [instructionOf(part, registers, inside)] : [];
        });
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
    node: Exclude<Expr, DropsNode>,
    registers: ReadonlyMap<Expr, Register>,
    inside: Inside,
): Instruction {
    const operands = operandsOf(node).map((operand) => registers.get(operand)!);
    return { compute: kernelOf(node, inside), operands, targets: [registers.get(node)!] };
}

function loopInstruction(
    { sums, span, values, terms }: Loop,
    registers: ReadonlyMap<Expr, Register>,
    { rowsOf }: Inside,
): Instruction {
    const registerOf = (node: Expr): Register => registers.get(node)!;
    const operands = [...span, ...values].map(registerOf);
    return { compute: summing(rowsOf(terms), sums.length), operands, targets: sums.map(registerOf) };
}

function kernelOf(node: Exclude<Expr, DropsNode>, { residualOf }: Inside): Kernel {
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
