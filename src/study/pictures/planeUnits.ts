/** A plane in the units in which its variables and its objective are shown. */
import { factorOf, type ShownUnit } from '../../quantity/shownUnit.js';
import type { Plane } from './budgetPictures.js';

export interface PlaneUnits {
    readonly x: ShownUnit | undefined;
    readonly y: ShownUnit | undefined;
    readonly objective: ShownUnit | undefined;
}

/** The plane is given in base terms. */
export function inUnits(plane: Plane, units: PlaneUnits): Plane {
    const [perX, perY, per] = [units.x, units.y, units.objective].map(factorOf);
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
    const stretch = ({ from, to }: { readonly from: number; readonly to: number }) => ({
        from: from / perX,
        to: to / perX,
    });
    const { constraints, runs, optimum, region, rivals, along } = plane;
    const flat = along?.flat;
    return {
        ...line(plane),
        xUnit: units.x?.name ?? null,
        yUnit: units.y?.name ?? null,
        objective: plane.objective.map((row) => row.map((value) => (value === null ? null : value / per))),
        constraints: constraints.map(line),
        runs: runs && line(runs),
        optimum: point(optimum),
        region: region && line(region),
        rivals: rivals.map(point),
        along: along && {
            ...line(along),
            objective: along.objective.map((value) => value / per),
            flat: flat ? { ...flat, stretches: flat.stretches.map(stretch) } : null,
        },
    };
}
