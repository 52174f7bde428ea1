/** Point fit and bootstrap of L(N, D) = E + A / N^alpha + B / D^beta on 240 rows. */
import { add, div, name, pow } from '../../src/expression/build.js';
import { fit } from '../../src/fit/fit.js';
import type { FitProblem } from '../../src/fit/problem.js';
import { measure, type Row } from './measure.js';
import { simulateRuns } from './simulatedRuns.js';

const ROWS = 240;
const REFITS = 1000;

export async function benchFitting(): Promise<Row[]> {
    const point = problem(0);
    const bootstrap = problem(REFITS);
    return [
        await measure(`point fit, ${ROWS} rows, 5 parameters`, 7, () => fit(point, patient)),
        await measure(`point fit and ${REFITS} bootstrap refits`, 3, () => fit(bootstrap, patient)),
    ];
}

const patient = { pause: () => undefined };

function problem(replicates: number): FitProblem {
    const { N, D, loss } = simulateRuns(ROWS, 1);
    const term = (scale: string, argument: string, exponent: string) =>
        div(name(scale), pow(name(argument), name(exponent)));
    return {
        law: add(add(name('E'), term('A', 'N', 'alpha')), term('B', 'D', 'beta')),
        argumentNames: ['N', 'D'],
        parameters: ['E', 'A', 'alpha', 'B', 'beta'].map((parameter) => ({
            name: parameter,
            lower: -Infinity,
            upper: Infinity,
        })),
        columns: [N, D],
        target: loss,
        objective: { kind: 'huber', delta: 1e-3, ofLog: true },
        solver: 'default',
        bootstrap: replicates > 0 ? { replicates, seed: 1 } : null,
    };
}
