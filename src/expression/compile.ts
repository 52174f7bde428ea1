/**
 * Formulas as JavaScript functions: one statement per distinct node, so that the work is linear in the formula however
 * often its parts are used, and nothing nests. The source holds only operators, our own function names and indices;
 * names of a formula are mapped to indices and never pasted.
 */
import type { BinaryNode, Expr } from './expr.js';
import { FUNCTIONS } from './functions.js';
import type { FunctionName } from './functions.js';
import { share } from './share.js';
import { nodesOf, operandsOf } from './walk.js';

/** Evaluates several formulas at once. What cannot be computed comes back as NaN or ±Infinity. */
export type CompiledScalar = (values: ArrayLike<number>, out: Float64Array) => void;

/** Evaluates several formulas on rows `from` (inclusive) to `to` (exclusive): `out[k][i]` is formula k on row i. */
export type CompiledRows = (
    columns: readonly Float64Array[],
    scalars: ArrayLike<number>,
    out: readonly Float64Array[],
    from: number,
    to: number,
) => void;

/** @throws if a formula has a name that is not among the inputs: an error of the caller. */
export function compileScalar(exprs: readonly Expr[], inputs: readonly string[]): CompiledScalar {
    const source = new SourceWriter(exprs, (name) => indexed('values', inputs, name));
    const statements = source.nodes.map((node) => source.statement(node));
    const results = source.roots.map((root, k) => `out[${k}] = ${source.variable(root)};`);
    return link<CompiledScalar>(['values', 'out'], [...statements, ...results]);
}

/**
 * `columnNames` change from row to row, `scalarNames` do not; what depends on scalars alone is computed once per call.
 * @throws if a formula has any other name: an error of the caller.
 */
export function compileRows(
    exprs: readonly Expr[],
    columnNames: readonly string[],
    scalarNames: readonly string[],
): CompiledRows {
    const columnIndex = new Map(columnNames.map((name, index) => [name, index]));
    const source = new SourceWriter(exprs, (name) =>
        columnIndex.has(name) ? `column${columnIndex.get(name)}[i]` : indexed('scalars', scalarNames, name),
    );
    const varying = new Set<Expr>();
    for (const node of source.nodes) {
        const varies = node.kind === 'name' ? columnIndex.has(node.name) : operandsOf(node).some((o) => varying.has(o));
        if (varies) varying.add(node);
    }
    const statements = (inLoop: boolean): string[] =>
        source.nodes.filter((node) => varying.has(node) === inLoop).map((node) => source.statement(node));
    return link<CompiledRows>(
        ['columns', 'scalars', 'out', 'from', 'to'],
        [
            ...columnNames.map((_, index) => `const column${index} = columns[${index}];`),
            ...exprs.map((_, k) => `const out${k} = out[${k}];`),
            ...statements(false),
            'for (let i = from; i < to; i++) {',
            ...statements(true),
            ...source.roots.map((root, k) => `out${k}[i] = ${source.variable(root)};`),
            '}',
        ],
    );
}

class SourceWriter {
    readonly roots: readonly Expr[];
    readonly nodes: readonly Expr[];
    private readonly index: ReadonlyMap<Expr, number>;

    constructor(
        exprs: readonly Expr[],
        private readonly input: (name: string) => string,
    ) {
        this.roots = share(exprs);
        this.nodes = nodesOf(this.roots);
        this.index = new Map(this.nodes.map((node, index) => [node, index]));
    }

    variable(node: Expr): string {
        return `v${this.index.get(node)}`;
    }

    statement(node: Expr): string {
        return `const ${this.variable(node)} = ${this.value(node)};`;
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
                return this.binaryValue(node, operands);
            case 'call':
                return `functions.${checkedName(node.function)}(${operands.join(', ')})`;
        }
    }

    private binaryValue(node: BinaryNode, [left, right]: readonly string[]): string {
        if (node.operator !== '^') return `${left} ${node.operator} ${right}`;
        return node.right.kind === 'number' && node.right.value === 2 ? `${left} * ${left}` : `${left} ** ${right}`;
    }
}

function indexed(array: string, names: readonly string[], name: string): string {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`The formula's name '${name}' is not among its inputs ${names.join(', ')}.`);
    return `${array}[${index}]`;
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

function link<F>(parameters: readonly string[], statements: readonly string[]): F {
    const body = `'use strict'; return function (${parameters.join(', ')}) {\n${statements.join('\n')}\n};`;
    return new Function('functions', body)(evaluators) as F;
}
