/**
 * Lines of equal value on a grid, by marching squares (W. Lorensen, H. Cline 1987, in two dimensions). Where a line
 * crosses an edge is interpolated in the logarithms of x and y, since the grid's lines are spaced so.
 */

/** `values[j][i]` belongs to (x[i], y[j]); null where there is none: no line passes a cell that touches it. */
export interface Grid {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly values: readonly (readonly (number | null)[])[];
}

export interface Point {
    readonly x: number;
    readonly y: number;
}

/** The lines at this level, each a chain of points; a closed one ends with its first point. */
export function contours(grid: Grid, level: number): readonly (readonly Point[])[] {
    const crossings = new Map<string, Point>();
    const links = new Map<string, string[]>();
    const link = (from: Edge, to: Edge): void => {
        for (const [one, other] of [
            [from, to],
            [to, from],
        ]) {
            crossings.set(one.key, one.at);
            links.set(one.key, [...(links.get(one.key) ?? []), other.key]);
        }
    };
    for (let j = 0; j + 1 < grid.y.length; j++) {
        for (let i = 0; i + 1 < grid.x.length; i++) {
            linkCell(grid, i, j, level, link);
        }
    }
    return chains(links).map((chain) => chain.map((key) => crossings.get(key)!));
}

/** A crossing on an edge of the grid, which the two cells beside it share. */
interface Edge {
    readonly key: string;
    readonly at: Point;
}

type Corner = readonly [column: number, row: number];

function linkCell(grid: Grid, i: number, j: number, level: number, link: (from: Edge, to: Edge) => void): void {
    const corners: readonly Corner[] = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
    ];
    const values = corners.map((corner) => valueAt(grid, corner));
    if (!values.every((value) => value !== null)) {
        return;
    }
    const crossed = corners.flatMap((from, side) => {
        const next = (side + 1) % 4;
        return values[side] >= level !== values[next] >= level ? [crossing(grid, from, corners[next], level)] : [];
    });
    if (crossed.length === 2) {
        link(crossed[0], crossed[1]);
    } else if (crossed.length === 4) {
        // A saddle: the mean of the corners says which pair of corners belongs together.
        const centre = (values[0] + values[1] + values[2] + values[3]) / 4;
        const joinsFirst = centre >= level === values[0] >= level;
        const [a, b, c, d] = crossed;
        link(a, joinsFirst ? b : d);
        link(c, joinsFirst ? d : b);
    }
}

function valueAt(grid: Grid, [column, row]: Corner): number | null {
    return grid.values[row]?.[column] ?? null;
}

function crossing(grid: Grid, one: Corner, other: Corner, level: number): Edge {
    // Both cells beside an edge must find the same crossing: always from its lower corner.
    const [from, to] = one[0] + one[1] < other[0] + other[1] ? [one, other] : [other, one];
    const [low, high] = [valueAt(grid, from)!, valueAt(grid, to)!];
    const share = (level - low) / (high - low);
    const between = (start: number, end: number): number => (start === end ? start : start * (end / start) ** share);
    return {
        key: `${from.join()}/${to.join()}`,
        at: { x: between(grid.x[from[0]], grid.x[to[0]]), y: between(grid.y[from[1]], grid.y[to[1]]) },
    };
}

/** Follows the links: first from loose ends, then around what is left, which are loops. */
function chains(links: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
    const visited = new Set<string>();
    const follow = (start: string): string[] => {
        const chain: string[] = [];
        for (let at: string | undefined = start; at !== undefined;) {
            visited.add(at);
            chain.push(at);
            at = links.get(at)!.find((next) => !visited.has(next));
        }
        return chain;
    };
    const keys = [...links.keys()];
    const open = keys.filter((key) => links.get(key)!.length === 1);
    const lines = open.flatMap((key) => (visited.has(key) ? [] : [follow(key)]));
    const loops = keys.flatMap((key) => (visited.has(key) ? [] : [[...follow(key), key]]));
    return [...lines, ...loops];
}
