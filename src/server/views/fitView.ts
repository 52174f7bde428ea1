/** A fit as the Curves panel takes it. */
import type { AxisView } from '../../protocol/figures.js';
import type { FitView, InfluenceView, RollingView } from '../../protocol/fitView.js';
import type { MessageView } from '../../protocol/views.js';
import { ENDED_WELL } from '../../study/answers/fitDiagnostics.js';
import type { FitCurves } from '../../study/pictures/curvePictures.js';
import type { FitReport } from '../../study/report.js';
import { parameterViews } from './parameterViews.js';
import { numberOrNull } from './plain.js';
import { reductionView } from './reductionView.js';

/** Of the rows that pull hardest so many are shown. */
const SHOWN_INFLUENCES = 8;

export function fitView(picture: FitCurves): FitView {
    const { report, axes, points, curves, targets } = picture;
    const { law, runs, group, formula, target, rows, stopped, objective, holdout } = report;
    return {
        kind: 'fit',
        id: [law, runs, group ?? ''].join('/'),
        law,
        runs,
        group,
        formula,
        target,
        fittedRows: rows,
        stopped: stopped.message,
        converged: stopped.code === 'converged',
        objective: numberOrNull(objective),
        parameters: parameterViews(report.parameters),
        messages: messagesOf(report),
        axes: axes.map((axis) => ({ ...axis, level: levelAxis(curves[axis.key] ?? [], axes) })),
        points,
        curves,
        targets,
        holdout,
        rolling: rollingView(picture),
        influence: influenceView(report),
        reduction: reductionView(picture),
    };
}

function messagesOf({ warnings, reduction }: FitReport): MessageView[] {
    const said = new Set([...warnings.map(({ message }) => message), ...(reduction?.warnings ?? [])]);
    return [...said].map((text) => ({ severity: 'warning', text }));
}

/** The axis whose value each curve holds: it stands first in the curve's label, `D = 1.4T`. */
function levelAxis(curves: FitCurves['curves'][string], axes: FitCurves['axes']): AxisView['level'] {
    const held = curves.find(({ level }) => level !== null)?.label.split(' = ')[0];
    return axes.find(({ key }) => key === held)?.key ?? null;
}

function rollingView({ report: { rolling }, axes, along }: FitCurves): RollingView | null {
    if (rolling === null || along === null) return null;
    return {
        along: rolling.along,
        unit: axes.find(({ key }) => key === rolling.along)?.unit ?? null,
        values: along,
        cuts: rolling.cuts.map(({ stopped, ...cut }) => ({
            ...cut,
            trouble: ENDED_WELL.has(stopped.code) ? null : stopped.message,
        })),
        message: rolling.message,
    };
}

function influenceView({ influence }: FitReport): InfluenceView | null {
    if (influence === null) return null;
    const judged = influence.rows.flatMap(({ distance, ...row }) => (distance === null ? [] : [{ ...row, distance }]));
    const strongest = judged.sort((a, b) => b.distance - a.distance).slice(0, SHOWN_INFLUENCES);
    return {
        rows: strongest.map(({ line, distance, optimum, parameters }) => ({
            line,
            distance,
            changes: parameters.map(({ name, changeInErrors }) => ({ name, inErrors: changeInErrors })),
            optimum,
        })),
        tried: influence.rows.length,
        optimum: influence.optimum,
        message: influence.message,
    };
}
