/**
 * Formulas as generated JavaScript: one statement per distinct node, so that the work is linear in the formula however
 * often its parts are used, and nothing nests. The source holds only operators, our own function names and indices;
 * names of a formula are mapped to indices and never pasted.
 */
import type { Backend, CompiledRows, CompiledScalar } from './backend.js';
import type { BinaryNode, Equation, Expr } from './expr.js';
import { FUNCTIONS } from './functions.js';
import type { FunctionName } from './functions.js';
import { solveFor } from './root.js';
import { isSquare, scheduleOfResidual } from './schedule.js';
import type { Inputs, Schedule } from './schedule.js';
import { operandsOf } from './walk.js';

export const generated: Backend = {
    scalar(schedule) {
        const source = new SourceWriter(schedule);
        const results = schedule.roots.map((root, k) => `out[${k}] = ${source.variable(root)};`);
        return link<CompiledScalar>(['scalars', 'out'], [...source.statements(schedule.invariant), ...results]);
    },

    rows(schedule) {
        const source = new SourceWriter(schedule);
        const { inputs, roots, invariant, varying } = schedule;
        return link<CompiledRows>(
            ['columns', 'scalars', 'out', 'from', 'to'],
            [
                ...inputs.columns.map((_, index) => `const column${index} = columns[${index}];`),
                ...roots.map((_, k) => `const out${k} = out[${k}];`),
                ...source.statements(invariant),
                'for (let i = from; i < to; i++) {',
                ...source.statements(varying),
                ...roots.map((root, k) => `out${k}[i] = ${source.variable(root)};`),
                '}',
            ],
        );
    },
};

/** Whether the host lets code be generated: a browser's content-security policy may forbid it. */
export function canGenerateCode(): boolean {
    try {
        return link<() => boolean>([], ['return true;'])();
    } catch {
        return false;
    }
}

class SourceWriter {
    private readonly inputs: Inputs;
    private readonly index: ReadonlyMap<Expr, number>;

    constructor({ inputs, invariant, varying }: Schedule) {
        this.inputs = inputs;
        this.index = new Map([...invariant, ...varying].map((node, index) => [node, index]));
    }

    variable(node: Expr): string {
        return `v${this.index.get(node)}`;
    }

    statements(nodes: readonly Expr[]): string[] {
        return nodes.map((node) => `const ${this.variable(node)} = ${this.value(node)};`);
    }

    private value(node: Expr): string {
        const operands = operandsOf(node).map((operand) => this.variable(operand));
        switch (node.kind) {
            case 'number':
                return numberSource(node.value);
            case 'name':
                return this.input(node.name);
            case 'negate':
                return `-${operands[0]}`;
            case 'binary':
                return binarySource(node, operands);
            case 'call':
                return `functions.${checkedName(node.function)}(${operands.join(', ')})`;
            case 'solve':
                return solveSource(node.equation, operands);
        }
    }

    private input(name: string): string {
        const column = this.inputs.columns.indexOf(name);
        return column >= 0 ? `column${column}[i]` : `scalars[${this.inputs.scalars.indexOf(name)}]`;
    }
}

function solveSource(equation: Equation, [lower, upper, ...values]: readonly string[]): string {
    const schedule = scheduleOfResidual(equation);
    const source = new SourceWriter(schedule);
    const statements = [...source.statements(schedule.invariant), `return ${source.variable(schedule.roots[0])};`];
    const inputs = `Float64Array.of(${['0', ...values].join(', ')})`;
    return `solveFor((scalars) => { ${statements.join(' ')} }, ${inputs}, ${lower}, ${upper})`;
}

function binarySource(node: BinaryNode, [left, right]: readonly string[]): string {
    if (isSquare(node)) return `${left} * ${left}`;
    return `${left} ${node.operator === '^' ? '**' : node.operator} ${right}`;
}

function checkedName(name: FunctionName): string {
    if (!Object.hasOwn(FUNCTIONS, name)) throw new Error(`Unknown function '${String(name)}'.`);
    return name;
}

function numberSource(value: number): string {
    return Object.is(value, -0) ? '-0' : String(value);
}

const evaluators = Object.fromEntries(
    Object.entries(FUNCTIONS).map(([name, definition]) => [name, definition.evaluate]),
);

/** Functions by their source: what a law's formula was compiled to, and optimised while it ran, serves its next fit too. */
const linked = new Map<string, unknown>();
const MOST_LINKED = 500;

function link<F>(parameters: readonly string[], statements: readonly string[]): F {
    const body = `'use strict'; return function (${parameters.join(', ')}) {\n${statements.join('\n')}\n};`;
    const known = linked.get(body);
    if (known !== undefined) return known as F;
    const compiled = new Function('functions', 'solveFor', body)(evaluators, solveFor) as F;
    const [oldest] = linked.keys();
    if (linked.size >= MOST_LINKED) linked.delete(oldest);
    linked.set(body, compiled);
    return compiled;
}
