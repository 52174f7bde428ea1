/** Where the laws of a comparison cross, along the argument that they share or along compute at its best use. */
import { findCrossings, type Crossings } from '../../fit/comparison/crossings.js';
import { alongPath, type Curve } from '../../fit/comparison/curves.js';
import { alongFrontier } from '../../fit/comparison/frontier.js';
import type { Candidate } from '../../fit/comparison/problem.js';
import type { Comparison, Standing } from '../../fit/comparison/result.js';
import type { CrossingReport } from '../comparisonReport.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import type { StudyRun } from '../run.js';
import type { ComparisonSetup } from './comparisonSetup.js';
import { fittedConstants } from './constants.js';
import { rangeOf } from './ranges.js';

/** Powers of ten by which the range of the data is widened each way. */
const DECADES = 3;

/** A law as a function of one quantity, and the values of that quantity in the data. */
export interface Path {
    readonly along: string;
    readonly curve: Curve;
    readonly fitted: Float64Array;
}

/** For each two laws that are functions of the same quantity, in the order of the statement. */
export async function crossingReports(
    setup: ComparisonSetup,
    { standings }: Comparison,
    run: StudyRun,
): Promise<CrossingReport[]> {
    const paths = setup.question.candidates.map((candidate) => {
        const standing = standings.find(({ name, isNullModel }) => name === candidate.name && !isNullModel);
        return standing === undefined ? null : pathOf(candidate, standing, setup);
    });
    const reports: CrossingReport[] = [];
    for (const [index, first] of paths.entries()) {
        for (const second of paths.slice(index + 1)) {
            if (first === null || second === null || first.along !== second.along) continue;
            const [low, high] = rangeOf(first.fitted);
            if (!(low > 0 && high < Infinity)) continue;
            const question = {
                curves: [first.curve, second.curve] as const,
                range: [low, high] as const,
                decades: DECADES,
            };
            reports.push(reportOf(first, second, await findCrossings(question, run.patience)));
        }
    }
    return reports;
}

/** Null for a law of more than one quantity that is not one of model size and tokens, and where there are no values. */
export function pathOf({ name, problem }: Candidate, { result }: Standing, { laws }: ComparisonSetup): Path | null {
    const args = laws.get(name)?.arguments ?? [];
    const fitted = fittedConstants(result);
    if (!fitted.values.every(Number.isFinite)) return null;
    const { size, tokens, compute } = rolesOf(args);
    const { law, argumentNames, columns } = problem;
    if (args.length === 1) {
        const along = compute === 0 ? COMPUTE : args[0].name;
        return { along, curve: alongPath({ name, law, argumentNames, fitted }, [(x) => x]), fitted: columns[0] };
    }
    if (args.length !== 2 || size === undefined || tokens === undefined) return null;
    const names = [args[size].name, args[tokens].name];
    const spent = columns[size].map((N, row) => computeOf(N, columns[tokens][row]));
    return { along: COMPUTE, curve: alongFrontier({ name, law, argumentNames: names, fitted }), fitted: spent };
}

function reportOf(first: Path, second: Path, found: Crossings): CrossingReport {
    const { searched, crossings, crossingDraws, message } = found;
    return {
        laws: [first.curve.name, second.curve.name],
        along: first.along,
        searched,
        crossings,
        drawsThatCross: crossingDraws,
        message,
    };
}
