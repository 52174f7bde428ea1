/**
 * Formulas as generated JavaScript: one statement per distinct node, so that the work is linear in the formula however
 * often its parts are used, and nothing nests. The source holds only operators, our own function names and indices;
 * names of a formula are mapped to indices and never pasted.
 */
import type { Backend, CompiledRows, CompiledScalar } from './backend.js';
import type { BinaryNode, DropsNode, Equation, Expr } from './expr.js';
import { FUNCTIONS } from './functions.js';
import type { FunctionName } from './functions.js';
import { AREA, RATE, STEP } from './drops.js';
import { LOG_RATE, inLoops, isLoop, loopsOf, type Loop } from './loops.js';
import { dropNodes } from './rates/dropNodes.js';
import { solveFor } from './root.js';
import { isSquare, scheduleOfResidual } from './schedule.js';
import type { Schedule } from './schedule.js';
import { operandsOf } from './walk.js';

export const generated: Backend = {
    scalar(schedule) {
        const source = new SourceWriter(schedule, rowInputs(schedule));
        const results = schedule.roots.map((root, k) => `out[${k}] = ${source.variable(root)};`);
        return link<CompiledScalar>(['scalars', 'out'], [...source.statements(schedule.invariant), ...results]);
    },

    rows(schedule) {
        const source = new SourceWriter(schedule, rowInputs(schedule));
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

/** What stands for a name of a formula. */
type InputSource = (name: string) => string;

function rowInputs({ inputs: { columns, scalars } }: Schedule): InputSource {
    return (name) => {
        const column = columns.indexOf(name);
        return column >= 0 ? `column${column}[i]` : `scalars[${scalars.indexOf(name)}]`;
    };
}

class SourceWriter {
    private readonly index: ReadonlyMap<Expr, number>;

    /** `prefix` tells its variables from those around it. */
    constructor(
        { invariant, varying }: Schedule,
        private readonly input: InputSource,
        private readonly prefix = 'v',
    ) {
        this.index = new Map([...invariant, ...varying].map((node, index) => [node, index]));
    }

    variable(node: Expr): string {
        return `${this.prefix}${this.index.get(node)}`;
    }

    statements(nodes: readonly Expr[]): string[] {
        return loopsOf(inLoops(nodes)).flatMap((part) =>
            isLoop(part) ? this.loop(part) : [`const ${this.variable(part)} = ${this.value(part)};`],
        );
    }

    /** The sums of a loop, term by term at its points. */
    private loop({ sums, span, values, terms }: Loop): string[] {
        const results = sums.map((sum) => this.variable(sum));
        const [own] = results;
        const points = `${own}p`;
        const inputs = new Map([
            [STEP, `${points}.steps[${own}j]`],
            [RATE, `${points}.rates[${own}j]`],
            [AREA, `${points}.areas[${own}j]`],
            [LOG_RATE, `${points}.logRates[${own}j]`],
            ...values.map((value, index) => [terms.inputs.scalars[index], this.variable(value)] as const),
        ]);
        const inside = new SourceWriter(terms, (name) => inputs.get(name)!, `${own}_`);
        return [
            `const ${points} = dropNodes(${span.map((node) => this.variable(node)).join(', ')});`,
            ...inside.statements(terms.invariant),
            `let ${results.map((result) => `${result} = 0`).join(', ')};`,
            `for (let ${own}j = 0; ${own}j < ${points}.count; ${own}j++) {`,
            ...inside.statements(terms.varying),
            ...results.map((sum, k) => `${sum} += ${points}.weights[${own}j] * ${inside.variable(terms.roots[k])};`),
            '}',
        ];
    }

    private value(node: Exclude<Expr, DropsNode>): string {
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
}

function solveSource(equation: Equation, [lower, upper, ...values]: readonly string[]): string {
    const schedule = scheduleOfResidual(equation);
    const source = new SourceWriter(schedule, rowInputs(schedule));
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
    const compiled = new Function('functions', 'solveFor', 'dropNodes', body)(evaluators, solveFor, dropNodes) as F;
    const [oldest] = linked.keys();
    if (linked.size >= MOST_LINKED) linked.delete(oldest);
    linked.set(body, compiled);
    return compiled;
}
