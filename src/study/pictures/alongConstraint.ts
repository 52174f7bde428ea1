/** The objective along the constraint that binds: what a choice off the optimum costs. */
import type { Optimum, Stretch } from '../../allocate/result.js';
import type { ShownUnits } from '../../quantity/shownUnit.js';
import { flatText } from '../decisionWords.js';
import type { Line, Plane } from './budgetPictures.js';
import type { OnPlane } from './zeroLine.js';

export interface AlongQuestion {
    readonly optimum: Optimum;
    readonly objective: OnPlane;
    readonly lines: readonly (Line & { readonly binding: boolean })[];
    readonly units: ShownUnits;
}

type FromTo = NonNullable<NonNullable<Plane['along']>['flat']>['stretches'][number];

interface Point {
    readonly x: number;
    readonly y: number;
}

/** Null where no constraint binds that leaves x free. */
export function alongConstraint({ optimum, objective, lines, units }: AlongQuestion): Plane['along'] {
    const line = lines.find(({ binding, x }) => binding && x.length > 2 && x[0] < x[x.length - 1]);
    if (line === undefined) return null;
    const [x, y] = optimum.variables.map(({ estimate }) => estimate);
    const points = [...line.x.map((a, index) => ({ x: a, y: line.y[index] })), { x, y }]
        .sort((a, b) => a.x - b.x)
        .map((point) => ({ ...point, objective: objective(point.x, point.y) }))
        .filter((point) => Number.isFinite(point.objective));
    return {
        x: points.map((point) => point.x),
        y: points.map((point) => point.y),
        objective: points.map((point) => point.objective),
        flat: flatStretches(optimum, points, units),
    };
}

/** The tolerated regret in x, and the part of the line where y is tolerated, too: other constraints may end it. */
function flatStretches(
    { regret }: Optimum,
    points: readonly Point[],
    units: ShownUnits,
): NonNullable<Plane['along']>['flat'] {
    const [x, y] = regret?.ranges ?? [];
    const text = regret && x && flatText(regret, x, units[x.name]);
    if (!text) return null;
    return { stretches: [x, ...x.others].flatMap((stretch) => partOf(stretch, [y, ...y.others], points)), text };
}

function partOf({ lower, upper }: Stretch, tolerated: readonly Stretch[], points: readonly Point[]): FromTo[] {
    const along = points.filter(({ x }) => isWithin(x, { lower, upper }));
    const kept = along.filter(({ y }) => tolerated.some((stretch) => isWithin(y, stretch)));
    if (kept.length === 0) return [];
    const [first, last] = [kept[0].x, kept[kept.length - 1].x];
    return [
        {
            from: first === along[0].x ? (lower.value ?? first) : first,
            to: last === along[along.length - 1].x ? (upper.value ?? last) : last,
        },
    ];
}

function isWithin(value: number, { lower, upper }: Stretch): boolean {
    return value >= (lower.value ?? 0) && value <= (upper.value ?? Infinity);
}
