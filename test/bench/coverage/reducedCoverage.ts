/** Counts how often the intervals of laws of reduced runs hold what the same method finds in runs without noise. */
import { fitReduced } from '../../../src/fit/methods/reducedFit.js';
import type { ReducedFitProblem } from '../../../src/fit/methods/reducedFit.js';
import type { Runs } from '../../../src/fit/methods/reduction.js';
import { predictWithDraws } from '../../../src/fit/predict.js';
import type { BootstrapSpec } from '../../../src/fit/problem.js';
import { createRandom } from '../../../src/fit/random.js';
import { formula } from '../../fit/support/formula.js';
import { PATIENT } from '../../fit/support/problems.js';
import { Coverage } from './coverageCount.js';
import type { Study } from './coverage.js';
import type { ReducedScenario } from './simulatedReductions.js';

export interface ReducedCoverages {
    /** k and a of N* = k (C/1e20)^a. */
    readonly parameters: readonly [Coverage, Coverage];
    /** Of N* at three times the largest budget. */
    readonly prediction: Coverage;
}

export interface ReducedStudy extends Omit<Study, 'intervals'> {
    /** Of the simulated noise. */
    readonly seed: number;
}

const LAW = formula('k * (C / 1e20)^a');
const NEXT = new Map([['C', 1e22]]);

export async function reducedCoverageOf(
    { method, runs }: ReducedScenario,
    { experiments, seed, bootstrap }: ReducedStudy,
): Promise<ReducedCoverages> {
    const random = createRandom(seed);
    const { fit: truth } = await fitReduced(problemOf(method, runs(null), null), PATIENT);
    const [k, a] = truth.parameters.map(({ estimate }) => estimate!);
    const trueNext = k * (NEXT.get('C')! / 1e20) ** a;
    const coverages: ReducedCoverages = {
        parameters: [new Coverage(), new Coverage()],
        prediction: new Coverage(),
    };
    for (let experiment = 0; experiment < experiments; experiment++) {
        const spec = bootstrap && { ...bootstrap, seed: 1 + experiment };
        const { fit } = await fitReduced(problemOf(method, runs(random), spec), PATIENT);
        [k, a].forEach((value, j) => coverages.parameters[j].add(fit.parameters[j].interval, value));
        const fitted = {
            names: ['k', 'a'],
            values: fit.parameters.map(({ estimate }) => estimate ?? NaN),
            draws: fit.draws,
        };
        coverages.prediction.add(predictWithDraws(LAW, fitted, NEXT).interval, trueNext);
    }
    return coverages;
}

function problemOf(
    method: ReducedFitProblem['method'],
    runs: Runs,
    bootstrap: BootstrapSpec | null,
): ReducedFitProblem {
    return {
        method,
        runs,
        law: LAW,
        argumentNames: ['C'],
        argumentColumns: ['compute'],
        target: 'size',
        parameters: ['k', 'a'].map((name) => ({ name, lower: -Infinity, upper: Infinity })),
        objective: { kind: 'squares', ofLog: true },
        bootstrap,
    };
}
