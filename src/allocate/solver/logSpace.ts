/**
 * Formulas as functions of u = ln x with exact first and second derivatives. With f a formula of x = e^u,
 *
 *     ∂f/∂u_j = x_j f_j      and      ∂²f/∂u_j∂u_k = x_j x_k f_jk + δ_jk x_j f_j,
 *
 * where f_j and f_jk are differentiated symbolically and compiled together.
 */
import { compileScalar, type CompiledScalar } from '../../expression/compile.js';
import { differentiate } from '../../expression/differentiate.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { simplifyAll } from '../../expression/simplify.js';

export class LogSpaceFunctions {
    /** Of function f at the last point: `values[f]`, `gradients[f * n + j]`, `hessians[(f * n + j) * n + k]`. */
    readonly values: Float64Array;
    readonly gradients: Float64Array;
    readonly hessians: Float64Array;
    private readonly inputs: Float64Array;
    private readonly results: Float64Array;
    private readonly compiled: CompiledScalar;
    private readonly compiledValues: CompiledScalar;

    private readonly names: readonly ReadonlySet<string>[];

    constructor(
        formulas: readonly Expr[],
        private readonly variableNames: readonly string[],
        constantNames: readonly string[],
    ) {
        const n = variableNames.length;
        const names = [...variableNames, ...constantNames];
        const derivatives = simplifyAll(formulas.flatMap((formula) => derivativesOf(formula, variableNames)));
        this.names = formulas.map((formula) => new Set(freeNames(formula)));
        this.values = new Float64Array(formulas.length);
        this.gradients = new Float64Array(formulas.length * n);
        this.hessians = new Float64Array(formulas.length * n * n);
        this.inputs = new Float64Array(names.length);
        this.results = new Float64Array(formulas.length + derivatives.length);
        this.compiled = compileScalar([...formulas, ...derivatives], names);
        this.compiledValues = compileScalar(formulas, names);
    }

    get count(): number {
        return this.values.length;
    }

    setConstants(constants: ArrayLike<number>): void {
        this.inputs.set(constants, this.variableNames.length);
    }

    dependsOn(f: number, variable: number): boolean {
        return this.names[f].has(this.variableNames[variable]);
    }

    /** Fills `values` alone. */
    evaluate(u: Float64Array): void {
        this.enter(u);
        this.compiledValues(this.inputs, this.values);
    }

    /** Fills `values`, `gradients` and `hessians`. */
    expand(u: Float64Array): void {
        this.enter(u);
        this.compiled(this.inputs, this.results);
        this.values.set(this.results.subarray(0, this.count));
        const n = this.variableNames.length;
        let next = this.count;
        for (let f = 0; f < this.count; f++) {
            for (let j = 0; j < n; j++) {
                this.gradients[f * n + j] = this.inputs[j] * this.results[next++];
            }
            for (let j = 0; j < n; j++) {
                for (let k = 0; k <= j; k++) {
                    const chained = this.inputs[j] * this.results[next++] * this.inputs[k];
                    const second = chained + (j === k ? this.gradients[f * n + j] : 0);
                    this.hessians[(f * n + j) * n + k] = second;
                    this.hessians[(f * n + k) * n + j] = second;
                }
            }
        }
    }

    private enter(u: Float64Array): void {
        for (let j = 0; j < u.length; j++) {
            this.inputs[j] = Math.exp(u[j]);
        }
    }
}

/** First derivatives, then the lower triangle of the second ones. */
function derivativesOf(formula: Expr, names: readonly string[]): Expr[] {
    const first = names.map((name) => differentiate(formula, name));
    return [...first, ...names.flatMap((_, j) => names.slice(0, j + 1).map((other) => differentiate(first[j], other)))];
}
