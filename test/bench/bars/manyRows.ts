/** The standard law on 10,000, 100,000 and 1,000,000 simulated rows. */
import { Criterion, emptyExpansion } from '../../../src/fit/criterion.js';
import { fit } from '../../../src/fit/fit.js';
import { compileModel } from '../../../src/fit/model.js';
import { lossOf } from '../../../src/fit/objectives.js';
import { Pacer } from '../../../src/fit/pacing.js';
import type { FitProblem } from '../../../src/fit/problem.js';
import { createSample } from '../../../src/fit/sample.js';
import { PATIENT } from '../../fit/support/problems.js';
import { processorTime } from '../measure.js';
import { simulateRuns } from '../simulatedRuns.js';
import { seconds, type Bar, type Figure } from './bar.js';
import { standardProblem } from './benchRuns.js';

const SIZES = [10_000, 100_000, 1_000_000];
const MOST_PASSES = 20;
/** Ten times the rows may take this much longer and still be called linear: caches are left behind on the way. */
const LINEAR = 15;

export async function benchManyRows(): Promise<{ readonly bar: Bar; readonly figures: readonly Figure[] }> {
    const measured: { rows: number; elapsed: number; pass: number }[] = [];
    for (const rows of SIZES) {
        const { N, D, loss } = simulateRuns(rows, 2);
        const problem = standardProblem({ columns: { N, D }, loss });
        const elapsed = await processorTime(3, () => fit(problem, PATIENT));
        measured.push({ rows, elapsed, pass: await timeOfPass(problem) });
    }
    const [, hundredThousand, million] = measured;
    const passes = million.elapsed / million.pass;
    const growth = million.elapsed / hundredThousand.elapsed;
    return {
        bar: {
            what: '1,000,000 rows, same law',
            must: `grows linearly, under ${MOST_PASSES} passes of an iteration`,
            aim: '–',
            measured: `${passes.toFixed(1)} passes; ${growth.toFixed(1)} × the time of 100,000 rows`,
            verdict: passes < MOST_PASSES && growth < LINEAR ? 'reaches the aim' : 'missed',
        },
        figures: measured.map(({ rows, elapsed, pass }) => ({
            what: `${rows.toLocaleString('en')} rows`,
            value: `${seconds(elapsed)}: ${(elapsed / pass).toFixed(1)} passes of ${seconds(pass)}`,
        })),
    };
}

/** What an iteration of a point fit spends on the data: value, gradient and Hessian of the objective over all rows. */
async function timeOfPass(problem: FitProblem): Promise<number> {
    const model = compileModel(problem);
    const criterion = new Criterion(model, problem.objective.ofLog, new Pacer(PATIENT, 1));
    const sample = await createSample(model, problem, criterion.pacer);
    const expansion = emptyExpansion(criterion.size);
    const loss = lossOf(problem.objective);
    const near = new Map(Object.entries({ E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658 }));
    const parameters = Float64Array.from(model.parameters, ({ name }) => near.get(name)!);
    let turn = 0;
    const pass = (): Promise<void> => {
        // Each time elsewhere, as in a search: what was computed at the last point is of no use.
        parameters[0] *= turn++ % 2 === 0 ? 1 + 1e-9 : 1 - 1e-9;
        return criterion.expand(sample, loss, parameters, expansion);
    };
    return processorTime(11, pass);
}
