/** A plane in the units in which its variables are shown. */
import { factorOf, type ShownUnit } from '../../quantity/shownUnit.js';
import type { Plane } from './budgetPictures.js';

/** The plane is given in base terms. */
export function inUnits(plane: Plane, xUnit: ShownUnit | undefined, yUnit: ShownUnit | undefined): Plane {
    const [perX, perY] = [factorOf(xUnit), factorOf(yUnit)];
    const point = <P extends { readonly x: number; readonly y: number }>(each: P): P => ({
        ...each,
        x: each.x / perX,
        y: each.y / perY,
    });
    const line = <L extends { readonly x: readonly number[]; readonly y: readonly number[] }>(each: L): L => ({
        ...each,
        x: each.x.map((x) => x / perX),
        y: each.y.map((y) => y / perY),
    });
    const { constraints, runs, optimum, region, rivals, along } = plane;
    const flat = along?.flat;
    return {
        ...line(plane),
        xUnit: xUnit?.name ?? null,
        yUnit: yUnit?.name ?? null,
        constraints: constraints.map(line),
        runs: runs && line(runs),
        optimum: point(optimum),
        region: region && line(region),
        rivals: rivals.map(point),
        along: along && {
            ...line(along),
            flat: flat ? { ...flat, from: flat.from / perX, to: flat.to / perX } : null,
        },
    };
}
