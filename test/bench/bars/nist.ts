/** NIST's 27 problems of nonlinear regression: correct digits from both starts, and without one. */
import { fit } from '../../../src/fit/fit.js';
import { NIST_PROBLEMS, readNist, type NistProblem } from '../../fit/support/nist.js';
import { correctDigits, type CorrectDigits } from '../../fit/support/nistDigits.js';
import { PATIENT, problemOf, SQUARES } from '../../fit/support/problems.js';
import { barOf, notMeasured, type Bar, type Figure } from './bar.js';

const DIGITS_WITHOUT_START = 6;
/**
 * Its residuals are as small as the rounding of its data: with the observed values rounded to doubles, and otherwise exact
 * arithmetic, the standard deviations agree to 3.4 digits with the certified ones.
 */
const BEYOND_DOUBLES = 'Lanczos1';

export async function benchNist(): Promise<{ readonly bars: readonly Bar[]; readonly figures: readonly Figure[] }> {
    const fromStarts = 'NIST StRD, 27 problems from both starts';
    const withoutStart = 'NIST StRD without any start';
    const problems = NIST_PROBLEMS.flatMap((name) => readNist(name) ?? []);
    if (problems.length < NIST_PROBLEMS.length) {
        const why = 'the shared data are absent';
        return { bars: [notMeasured(fromStarts, why), notMeasured(withoutStart, why)], figures: [] };
    }
    const started: Solved[] = [];
    const unstarted: Solved[] = [];
    for (const problem of problems) {
        for (const start of [0, 1]) started.push(await solve(`${problem.name}, start ${start + 1}`, problem, start));
        unstarted.push(await solve(problem.name, problem));
    }
    const parameters = fewest(started, 'parameters');
    const deviations = fewest(
        started.filter(({ what }) => !what.startsWith(BEYOND_DOUBLES)),
        'deviations',
    );
    const beyond = fewest(started, 'deviations');
    const unsolved = unstarted.filter((one) => one.parameters < DIGITS_WITHOUT_START);
    const digits = (count: number): string => `${count.toFixed(1)} digits`;
    const all = problems.length;
    return {
        bars: [
            barOf(`${fromStarts}: parameters`, parameters.parameters, { must: 8, aim: 10 }, digits),
            barOf(
                `${fromStarts}: standard deviations, ${BEYOND_DOUBLES} apart`,
                deviations.deviations,
                { must: 6, aim: 10 },
                digits,
            ),
            barOf(withoutStart, all - unsolved.length, { must: 24, aim: all }, (n) => `${n} of ${all} to 6 digits`),
        ],
        figures: [
            {
                what: 'NIST, fewest digits of a parameter',
                value: `${digits(parameters.parameters)}: ${parameters.what}`,
            },
            {
                what: 'NIST, fewest digits of a standard deviation',
                value: `${digits(deviations.deviations)}: ${deviations.what}; ${BEYOND_DOUBLES} ${digits(beyond.deviations)}`,
            },
            ...unsolved.map((one) => ({ what: `NIST, ${one.what} without a start`, value: digits(one.parameters) })),
        ],
    };
}

interface Solved extends CorrectDigits {
    readonly what: string;
}

async function solve(what: string, problem: NistProblem, start?: number): Promise<Solved> {
    const specs = Object.fromEntries(
        problem.parameters.map(({ name, starts }) => [name, start === undefined ? {} : { start: starts[start] }]),
    );
    const result = await fit(
        problemOf(problem.law, problem.columns, problem.target, { objective: SQUARES, specs }),
        PATIENT,
    );
    return { what, ...correctDigits(problem, result) };
}

function fewest(all: readonly Solved[], of: keyof CorrectDigits): Solved {
    return all.reduce((least, one) => (one[of] < least[of] ? one : least));
}
