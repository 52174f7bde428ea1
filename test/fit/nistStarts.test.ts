/** The local solver alone, from NIST's own starting points: the far one and the near one. */
import { describe, expect, it } from 'vitest';
import type { Coordinate } from '../../src/fit/coordinates.js';
import { Criterion } from '../../src/fit/criterion.js';
import { compileModel } from '../../src/fit/model.js';
import { Pacer } from '../../src/fit/pacing.js';
import { createSample } from '../../src/fit/sample.js';
import { createStagedSolver } from '../../src/fit/stagedSolver.js';
import { NIST_PROBLEMS, readNist } from './support/nist.js';
import { PATIENT, problemOf, SQUARES } from './support/problems.js';

/** From the far start of these, downhill leads to another minimum, at infinity. */
const MISLEADING = ['BoxBOD from start 1', 'MGH09 from start 1'];

const cases = NIST_PROBLEMS.flatMap((name) => [
    { name, start: 0 },
    { name, start: 1 },
]).filter(({ name, start }) => !MISLEADING.includes(`${name} from start ${start + 1}`));

describe('the local solver', () => {
    it.for(cases)('solves $name from start $start', async ({ name, start }, ctx) => {
        const nist = readNist(name) ?? ctx.skip('the shared data are absent');
        const problem = problemOf(nist.law, nist.columns, nist.target, { objective: SQUARES });
        const model = compileModel(problem);
        const criterion = new Criterion(model, false, new Pacer(PATIENT, 1));
        const sample = await createSample(model, problem, criterion.pacer);
        const starts = new Map(nist.parameters.map((parameter) => [parameter.name, parameter.starts[start]]));
        const parameters = Float64Array.from(model.parameters, (spec) => starts.get(spec.name)!);
        const coordinates = model.parameters.map((): Coordinate => 0);
        const solution = await createStagedSolver(criterion, SQUARES)({ parameters, coordinates }, sample, 'full');
        expect(solution.stop).toBe('converged');
        // Lanczos1 is exact to 14 digits: its sum of squares is the rounding of the data.
        expect(solution.value / nist.squares).toBeCloseTo(1, name === 'Lanczos1' ? 1 : 8);
    });
});
