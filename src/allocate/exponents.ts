/**
 * How the answers of a sweep scale: x* ∝ C^a along the swept C, as N* ∝ C^0.5 on a compute frontier. The exponent a is the slope of
 * ln x* over ln C by least squares, for the point estimates and, with its interval, for each joint draw of the constants.
 */
import { central95 } from '../fit/quantiles.js';
import type { Exponent, Optimum, SweepPoint } from './result.js';

/** The share of draws that must have an answer at every value for an interval. */
const ENOUGH_DRAWS = 0.95;

/** In the logarithm. */
const VISIBLE = 0.02;
/** A smaller exponent is that of a constant. */
const ROUNDING = 1e-6;
/** In the logarithm: over a narrower range of values, exponents are rounding. */
const NARROWEST = 0.01;

interface Solved {
    readonly logValue: number;
    readonly optimum: Optimum;
}

/** Of the variables that the answers determine; null where these are of fewer than two values that visibly differ. */
export function exponentsOf(sweep: readonly SweepPoint[]): readonly Exponent[] | null {
    const solved = sweep
        .filter(({ value, optimum }) => value > 0 && optimum.status === 'optimal')
        .map(({ value, optimum }): Solved => ({ logValue: Math.log(value), optimum }));
    const logValues = solved.map(({ logValue }) => logValue);
    if (!(Math.max(...logValues) - Math.min(...logValues) >= NARROWEST)) return null;
    const draws = drawsInAll(solved);
    return solved[0].optimum.variables.flatMap(({ name }, variable): Exponent[] => {
        if (solved.some(({ optimum }) => optimum.undetermined.includes(name))) return [];
        const valueOf = ({ optimum }: Solved): number => optimum.variables[variable].estimate;
        const ends = [slope(solved.slice(0, 2), valueOf), slope(solved.slice(-2), valueOf)] as const;
        return [
            {
                name,
                estimate: slope(solved, valueOf),
                interval: draws && central95(slopesOfDraws(solved, draws, variable)),
                ends: isStraight(solved, valueOf) ? null : ends,
            },
        ];
    });
}

/** Whether no answer lies visibly off the power law. */
function isStraight(solved: readonly Solved[], x: (point: Solved) => number): boolean {
    const mean = (of: (point: Solved) => number): number =>
        solved.reduce((sum, point) => sum + of(point), 0) / solved.length;
    const [centre, level, steepness] = [
        mean(({ logValue }) => logValue),
        mean((point) => Math.log(x(point))),
        slope(solved, x),
    ];
    return solved.every(
        (point) => Math.abs(Math.log(x(point)) - level - steepness * (point.logValue - centre)) <= VISIBLE,
    );
}

/** Slope of ln x over ln C. */
function slope(solved: readonly Solved[], x: (point: Solved) => number): number {
    const mean = solved.reduce((sum, { logValue }) => sum + logValue, 0) / solved.length;
    const [above, below] = solved.reduce(
        ([products, squares], point) => {
            const distance = point.logValue - mean;
            return [products + distance * Math.log(x(point)), squares + distance * distance];
        },
        [0, 0],
    );
    const exponent = above / below;
    return Math.abs(exponent) < ROUNDING ? 0 : exponent;
}

/** Of each draw that has an answer at every value, its row in the draws of each; null where there are too few. */
function drawsInAll(solved: readonly Solved[]): readonly (readonly number[])[] | null {
    const rows = solved.map(({ optimum }) => rowOfDraw(optimum));
    const [first] = rows;
    const common = [...first.keys()].filter((draw) => rows.every((each) => each.has(draw)));
    const most = Math.max(...rows.map(({ size }) => size));
    if (common.length === 0 || common.length < ENOUGH_DRAWS * most) return null;
    return common.map((draw) => rows.map((each) => each.get(draw)!));
}

function rowOfDraw({ draws }: Optimum): Map<number, number> {
    return new Map(Array.from(draws?.drawn ?? [], (draw, row) => [draw, row]));
}

function slopesOfDraws(
    solved: readonly Solved[],
    draws: readonly (readonly number[])[],
    variable: number,
): Float64Array {
    const index = new Map(solved.map((point, position) => [point, position]));
    return Float64Array.from(draws, (rows) =>
        slope(solved, (point) => {
            const { values } = point.optimum.draws!;
            return values[rows[index.get(point)!] * point.optimum.variables.length + variable];
        }),
    );
}
