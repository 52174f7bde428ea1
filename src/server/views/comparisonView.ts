/** A comparison as the Curves panel takes it. */
import type { ComparedLawView, ComparisonView, CrossingView, ScoreView } from '../../protocol/comparisonView.js';
import type { ComparedCurves, ComparisonCurves } from '../../study/pictures/curvePictures.js';
import type { ComparisonReport, CrossingReport } from '../../study/comparisonReport.js';
import { parameterViews } from './parameterViews.js';

export function comparisonView({ report, axes, rows, laws, crossings }: ComparisonCurves): ComparisonView {
    const { runs, target, scoring, rankedBy, notes } = report;
    const drawn = laws.map((law) => lawView(law, report));
    const names = drawn.filter(({ isNullModel }) => !isNullModel).map(({ name }) => name);
    return {
        kind: 'comparison',
        id: ['compare', names.join(','), runs].join('/'),
        runs,
        target,
        fittedRows: report.rows,
        heldOutRows: report.heldOutRows,
        scoring: scoring.kind,
        scoredOn: scoring.description,
        measure: scoring.measure,
        rankedBy,
        axes: axes.map((axis) => ({ ...axis, level: null })),
        laws: drawn,
        rows,
        crossings: Object.fromEntries(
            Object.entries(crossings).map(([key, reports]) => [key, reports.flatMap(crossingViews)]),
        ),
        notes: [...report.crossings.map(({ message }) => message), ...notes],
    };
}

function lawView({ place, ...drawn }: ComparedCurves, { laws }: ComparisonReport): ComparedLawView {
    const { name, isNullModel, formula, parameters, freeParameters, error, aicc, bic, verdict, words } = laws[place];
    return {
        ...drawn,
        name,
        isNullModel,
        place,
        formula,
        parameters: parameterViews(parameters),
        freeParameters,
        error: scoreView(error),
        aicc: scoreView(aicc),
        bic: scoreView(bic),
        verdict,
        words,
    };
}

function scoreView({ value, reason, difference }: ComparisonReport['laws'][number]['error']): ScoreView {
    const isBest = difference === null || difference.verdict === 'best';
    return {
        value,
        difference: isBest ? null : difference.value,
        standardError: isBest ? null : difference.standardError,
        reason,
    };
}

function crossingViews({ laws, crossings }: CrossingReport): CrossingView[] {
    return crossings.map((crossing) => ({ laws, ...crossing }));
}
