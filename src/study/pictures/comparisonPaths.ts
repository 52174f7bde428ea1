/** The laws of a comparison as functions of one quantity each, and that quantity as an axis. */
import { alongPath } from '../../fit/comparison/curves.js';
import type { Standing } from '../../fit/comparison/result.js';
import { drawOf, intervalOf } from '../../fit/draws.js';
import type { Patience } from '../../fit/problem.js';
import type { Interval } from '../../fit/result.js';
import { candidateOf, type ComparisonOutcome } from '../answers/comparisons.js';
import type { ComparisonSetup } from '../answers/comparisonSetup.js';
import { fittedConstants } from '../answers/constants.js';
import { pathOf, type Path } from '../answers/crossings.js';
import { rangeOf } from '../answers/ranges.js';
import type { LawPlan } from '../lower/plan.js';
import { COMPUTE } from '../roles.js';
import { argumentAxis, COMPUTE_AXIS } from './curveAxes.js';
import type { Curve, CurveAxis } from './curvePictures.js';
import { spread } from './drawnInputs.js';
import { valueAlong } from './curveRows.js';
import { finiteOrNull, type NumberOrNull } from './numbers.js';

const CURVE_POINTS = 160;
/** More do not move a band visibly. */
const BAND_DRAWS = 400;
const DRAWS_PER_PAUSE = 16;
/** Curves reach this factor beyond the runs, so that a crossing near them is seen. */
const REACH = 30;

export interface ComparedPath {
    readonly standing: Standing;
    /** Null where the law is no function of one quantity. */
    readonly path: Path | null;
    /** Undefined for the null model. */
    readonly law: LawPlan | undefined;
    /** Whether the path is a law of model size and tokens along compute, used at its best. */
    readonly isBestUse: boolean;
}

/** In the order of the statement, the null model last. */
export function pathsOf({ setup, comparison }: ComparisonOutcome): ComparedPath[] {
    const order = [...setup.laws.keys()];
    const place = ({ name, isNullModel }: Standing): number => (isNullModel ? order.length : order.indexOf(name));
    return [...comparison.standings]
        .sort((a, b) => place(a) - place(b))
        .map((standing) => {
            const law = standing.isNullModel ? undefined : setup.laws.get(standing.name);
            const path = law === undefined ? nullPath(standing, setup) : ofLaw(standing, setup);
            return { standing, path, law, isBestUse: path?.along === COMPUTE && law?.arguments.length === 2 };
        });
}

function ofLaw(standing: Standing, setup: ComparisonSetup): Path | null {
    return pathOf(candidateOf(standing, setup), standing, setup);
}

/** The null model knows compute alone. */
function nullPath(standing: Standing, setup: ComparisonSetup): Path | null {
    const { name, problem } = candidateOf(standing, setup);
    const fitted = fittedConstants(standing.result);
    if (!fitted.values.every(Number.isFinite)) return null;
    const { law, argumentNames, columns } = problem;
    return {
        along: COMPUTE,
        curve: alongPath({ name, law, argumentNames, fitted }, [(C) => C]),
        fitted: columns[0],
    };
}

export interface AlongAxis {
    readonly axis: CurveAxis;
    /** Of a row of the table. */
    readonly valueAt: (row: number) => NumberOrNull;
}

/** The quantities along which laws of the statement can be drawn, as the first of these laws has them. */
export function alongEach(paths: readonly ComparedPath[], { table }: ComparisonSetup): AlongAxis[] {
    const first = new Map<string, LawPlan>();
    for (const { path, law } of paths) {
        if (path !== null && law !== undefined && !first.has(path.along)) first.set(path.along, law);
    }
    return [...first].map(([key, law]) => {
        const [argument] = law.arguments;
        return law.arguments.length === 1
            ? {
                  axis: { ...argumentAxis(argument, table), key },
                  valueAt: (row) => valueAlong(argument.name, law, table, row),
              }
            : { axis: COMPUTE_AXIS, valueAt: (row) => valueAlong(COMPUTE, law, table, row) };
    });
}

/** What curves along a quantity span. */
export function reachOf(along: string, paths: readonly ComparedPath[]): Interval {
    const [low, high] = rangeOf(
        Float64Array.from(paths.flatMap(({ path }) => (path?.along === along ? [...path.fitted] : []))),
    );
    return low > 0 ? [low / REACH, high * REACH] : [low, high];
}

export async function curveAlong({ curve }: Path, reach: Interval, patience: Patience): Promise<Curve> {
    const x = spread(Float64Array.from(reach), CURVE_POINTS);
    const y = Array.from(curve.valuesAt(x, curve.fitted.values), finiteOrNull);
    return { label: curve.name, level: null, x: [...x], y, ...(await bandAlong(curve, x, patience)) };
}

/** Where enough of the draws have a value. */
async function bandAlong(
    { valuesAt, fitted: { draws } }: Path['curve'],
    x: Float64Array,
    patience: Patience,
): Promise<Pick<Curve, 'lower' | 'upper'>> {
    if (draws === null) return { lower: null, upper: null };
    const drawn: Float64Array[] = [];
    const count = Math.min(draws.count, BAND_DRAWS);
    for (let draw = 0; draw < count; draw++) {
        if (draw % DRAWS_PER_PAUSE === 0) await patience.pause(draw, count);
        drawn.push(valuesAt(x, drawOf(draws, draw)));
    }
    const intervals = Array.from(x, (_, point) => intervalOf(Float64Array.from(drawn, (values) => values[point])));
    const ends = (side: 0 | 1): NumberOrNull[] => intervals.map((interval) => interval?.[side] ?? null);
    return { lower: ends(0), upper: ends(1) };
}
