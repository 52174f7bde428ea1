/** Counts how often intervals hold the truth, over many simulated repetitions of an experiment. */
import { compileRows } from '../../../src/expression/compile.js';
import { fit } from '../../../src/fit/fit.js';
import { predictWithDraws } from '../../../src/fit/predict.js';
import type { BootstrapSpec, FitProblem, IntervalKind } from '../../../src/fit/problem.js';
import { createRandom } from '../../../src/fit/random.js';
import type { FitResult } from '../../../src/fit/result.js';
import { formula } from '../../fit/support/formula.js';
import { PATIENT, problemOf } from '../../fit/support/problems.js';
import { Coverage } from './coverageCount.js';
import type { Scenario } from './scenarios.js';

export interface Coverages {
    /** By the name of each parameter. */
    readonly parameters: ReadonlyMap<string, Coverage>;
    readonly prediction: Coverage;
    readonly newRun: Coverage;
    readonly decision: Coverage;
}

export interface Study {
    readonly experiments: number;
    readonly bootstrap: Omit<BootstrapSpec, 'seed'> | null;
    readonly intervals: IntervalKind;
}

/** Of the intervals of one kind. Predictions and decisions rest on the draws of the bootstrap. */
export async function coverageOf(scenario: Scenario, study: Study): Promise<Coverages> {
    const { law, truth, columns, objective, noise, clusters, next, decision } = scenario;
    const random = createRandom(1);
    const names = Object.keys(truth);
    const exact = valuesOf(law, columns, truth);
    const trueNext = valuesOf(law, asColumns(next), truth)[0];
    const trueDecision = valuesOf(decision, {}, truth)[0];
    const coverages: Coverages = {
        parameters: new Map(names.map((name) => [name, new Coverage()])),
        prediction: new Coverage(),
        newRun: new Coverage(),
        decision: new Coverage(),
    };
    for (let experiment = 0; experiment < study.experiments; experiment++) {
        const disturbed = (value: number, error: number): number =>
            objective.ofLog ? value * Math.exp(error) : value + error;
        const errors = noise(random, exact.length);
        const newError = noise(random, exact.length)[0];
        const problem: FitProblem = {
            ...problemOf(
                law,
                columns,
                exact.map((value, row) => disturbed(value, errors[row])),
                { objective },
            ),
            ...(clusters && { clusters }),
            intervals: study.intervals,
            bootstrap: study.bootstrap && { ...study.bootstrap, seed: 1 + experiment },
        };
        const result = await fit(problem, PATIENT);
        for (const { name, interval } of result.parameters) coverages.parameters.get(name)!.add(interval, truth[name]);
        const fitted = fittedBy(result, objective.ofLog);
        const predicted = predictWithDraws(problem.law, fitted, new Map(Object.entries(next)));
        coverages.prediction.add(predicted.interval, trueNext);
        coverages.newRun.add(predicted.newRun, disturbed(trueNext, newError));
        coverages.decision.add(predictWithDraws(formula(decision), fitted, new Map()).interval, trueDecision);
    }
    return coverages;
}

function fittedBy({ parameters, draws, noise }: FitResult, ofLog: boolean) {
    return {
        names: parameters.map(({ name }) => name),
        values: parameters.map(({ estimate }) => estimate ?? NaN),
        draws,
        noise: { values: noise, ofLog },
    };
}

function asColumns(values: Readonly<Record<string, number>>): Record<string, Float64Array> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Float64Array.of(value)]));
}

/** A formula's value at the true parameters, on every row. */
function valuesOf(
    text: string,
    columns: Readonly<Record<string, Float64Array>>,
    truth: Readonly<Record<string, number>>,
): Float64Array {
    const rows = Object.values(columns)[0]?.length ?? 1;
    const values = new Float64Array(rows);
    const evaluate = compileRows([formula(text)], Object.keys(columns), Object.keys(truth));
    evaluate(Object.values(columns), Object.values(truth), [values], 0, rows);
    return values;
}
