/**
 * The law to beat: loss = E + k · C^-a knows how much compute a run had and nothing of how it was spent. A law of N and
 * D that predicts no better has not learned from the runs what to do with compute.
 */
import { add, mul, name, neg, pow } from '../../expression/build.js';
import type { FitProblem, ParameterSpec } from '../problem.js';
import type { Candidate } from './problem.js';

export const NULL_MODEL = 'compute alone';

/** @param like a problem with the same observations */
export function nullModel(like: FitProblem, compute: Float64Array): Candidate {
    return {
        name: NULL_MODEL,
        problem: {
            ...like,
            law: add(name('E'), mul(name('k'), pow(name('C'), neg(name('a'))))),
            argumentNames: ['C'],
            parameters: ['E', 'k', 'a'].map(unbounded),
            columns: [compute],
            solver: 'default',
        },
    };
}

function unbounded(parameter: string): ParameterSpec {
    return { name: parameter, lower: -Infinity, upper: Infinity };
}
