/** Short keys of plain data, equal for equal content: 64 bits, so that chance never makes two questions one. */
import type { Expr } from '../expression/expr.js';
import { nodesOf, operandsOf } from '../expression/walk.js';

/** Of numbers, texts, arrays, typed arrays, maps and plain objects. */
export function fingerprint(value: unknown): string {
    const hash = new Hash();
    addValue(hash, value);
    return hash.digest();
}

/** Formulas are written node by node: a printed one could be exponentially longer. */
export function fingerprintExpr(expr: Expr): string {
    const index = new Map<Expr, number>();
    const hash = new Hash();
    for (const node of nodesOf([expr])) {
        index.set(node, index.size);
        const own = node.kind === 'number' ? node.value : node.kind === 'name' ? node.name : operatorOf(node);
        addValue(hash, [node.kind, own, ...operandsOf(node).map((operand) => index.get(operand))]);
    }
    return hash.digest();
}

function operatorOf(node: Exclude<Expr, { kind: 'number' | 'name' }>): string {
    switch (node.kind) {
        case 'binary':
            return node.operator;
        case 'call':
            return node.function;
        case 'negate':
            return node.kind;
        case 'solve':
            return `${fingerprintExpr(node.equation.left)} ${fingerprintExpr(node.equation.right)}`;
        case 'drops':
            return fingerprintExpr(node.term.body);
    }
}

class Hash {
    private high = 0x9e3779b9;
    private low = 0x85ebca6b;

    add(word: number): void {
        this.high = Math.imul(this.high ^ word, 0x5bd1e995);
        this.high ^= this.high >>> 13;
        this.low = Math.imul(this.low ^ word, 0x1b873593);
        this.low ^= this.low >>> 15;
        this.high = (this.high + Math.imul(this.low, 0x27d4eb2f)) | 0;
    }

    digest(): string {
        return `${(this.high >>> 0).toString(36)}.${(this.low >>> 0).toString(36)}`;
    }
}

type NumberArray = Float64Array | Int32Array | Uint32Array;

const arrays = new WeakMap<NumberArray, string>();

/** Arrays are never changed once they are part of a question, so each is read once. */
function digestOf(values: NumberArray): string {
    let digest = arrays.get(values);
    if (digest === undefined) {
        const hash = new Hash();
        const words = new Int32Array(values.buffer, values.byteOffset, values.byteLength / 4);
        for (const word of words) hash.add(word);
        digest = `${values.constructor.name} ${values.length}:${hash.digest()}`;
        arrays.set(values, digest);
    }
    return digest;
}

function addValue(hash: Hash, value: unknown): void {
    if (value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint32Array) {
        addText(hash, digestOf(value));
    } else if (value instanceof Map) {
        addValue(hash, [...value]);
    } else if (Array.isArray(value)) {
        addText(hash, `[${value.length}`);
        for (const item of value) addValue(hash, item);
    } else if (typeof value === 'object' && value !== null) {
        addText(hash, '{');
        for (const [key, item] of Object.entries(value)) {
            addText(hash, key);
            addValue(hash, item);
        }
        addText(hash, '}');
    } else {
        addText(hash, `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`);
    }
}

function addText(hash: Hash, text: string): void {
    hash.add(text.length);
    for (let index = 0; index < text.length; index++) hash.add(text.charCodeAt(index));
}
