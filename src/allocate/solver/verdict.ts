/** What is found of a program's optimum. */

/** A point, and the constraints that hold there with equality. */
export interface Place {
    readonly u: Float64Array;
    readonly active: readonly number[];
}

export interface Drift {
    readonly variable: number;
    readonly direction: 'grow' | 'shrink';
}

export type Verdict =
    | {
          readonly kind: 'optimal';
          readonly u: Float64Array;
          readonly value: number;
          readonly active: readonly number[];
          /** Variables whose value does not matter. */
          readonly undetermined: readonly number[];
          /** Local optima that are no better, best first; none where only one place was searched. */
          readonly others: readonly Place[];
      }
    /** The objective improves without end as some variables grow or shrink. `value`: the best that was seen. */
    | {
          readonly kind: 'unbounded';
          readonly u: Float64Array;
          readonly value: number;
          readonly drifts: readonly Drift[];
      }
    | { readonly kind: 'infeasible' }
    | { readonly kind: 'not-computable' };

export type Optimal = Extract<Verdict, { kind: 'optimal' }>;

/** Two local optima whose values are closer are equally good. */
const SAME_VALUE = 1e-12;

/** The lower value; where they agree, the one that is an optimum. */
export function better(a: Verdict, b: Verdict): Verdict {
    if (!('value' in a) || !('value' in b)) {
        return 'value' in a ? a : b;
    }
    const margin = SAME_VALUE * Math.max(1, Math.abs(a.value), Math.abs(b.value));
    if (Math.abs(a.value - b.value) <= margin && a.kind !== b.kind) {
        return a.kind === 'optimal' ? a : b;
    }
    return b.value < a.value - margin ? b : a;
}
