/** The study's curves as the Curves panel takes them. */
import type { AxisView, CurvesView, FitView } from '../../protocol/curvesPanel.js';
import type { FitCurves } from '../../study/pictures/pictures.js';
import type { FitReport } from '../../study/report.js';
import { parameterNote } from '../answers.js';
import { documentName, numberOrNull } from './plain.js';

export function curvesView(uri: string, fits: readonly FitCurves[]): CurvesView {
    const ids = new Map<string, number>();
    return { documentUri: uri, documentName: documentName(uri), fits: fits.map((fit) => fitView(fit, ids)) };
}

/** `ids` counts fits of the same law, runs and group, so that each has an id of its own. */
function fitView({ report, axes, points, curves, targets }: FitCurves, ids: Map<string, number>): FitView {
    const { law, runs, group, formula, target, rows, stopped, objective } = report;
    const key = [law, runs, group ?? ''].join('/');
    const count = (ids.get(key) ?? 0) + 1;
    ids.set(key, count);
    return {
        id: count === 1 ? key : `${key}/${count}`,
        law,
        runs,
        group,
        formula,
        target,
        fittedRows: rows,
        stopped: stopped.message,
        converged: stopped.code === 'converged',
        objective: numberOrNull(objective),
        parameters: parametersOf(report),
        messages: report.warnings.map(({ message }) => ({ severity: 'warning', text: message })),
        axes: axes.map((axis) => ({ ...axis, level: levelAxis(curves[axis.key] ?? [], axes) })),
        points,
        curves,
        targets,
    };
}

function parametersOf({ parameters }: FitReport): FitView['parameters'] {
    return parameters.map((parameter) => ({
        name: parameter.name,
        estimate: parameter.estimate,
        lower: numberOrNull(parameter.interval?.[0]),
        upper: numberOrNull(parameter.interval?.[1]),
        note: parameterNote(parameter) ?? null,
    }));
}

/** The axis whose value each curve holds: it stands first in the curve's label, `D = 1.4T`. */
function levelAxis(curves: FitCurves['curves'][string], axes: FitCurves['axes']): AxisView['level'] {
    const held = curves.find(({ level }) => level !== null)?.label.split(' = ')[0];
    return axes.find(({ key }) => key === held)?.key ?? null;
}
