/** What a mixture of samples solves at what cost, above what each configuration solves alone. */
import type { CoverageView, SpreadView } from '../../protocol/mixtureView.js';
import { formatQuantity } from '../../quantity/print.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart, type Annotations } from '../chart/panelChart.js';
import { paddedRange } from '../chart/range.js';
import { intervalOf, withInterval } from '../shell/numberText.js';
import { categoryLook } from '../theme/categories.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import { answerMark } from './answerMark.js';
import { limitLine, namedLimitLine } from './guideLines.js';
import { rivalMarks } from './rivalMarks.js';

/** From this ratio of highest to lowest on, costs are drawn on a logarithmic scale. */
const WIDE = 20;
/** Shares that differ less are the same. */
const SAME = 1e-9;

export function coverageChart(coverage: CoverageView, size: Size, theme: Theme): PanelChart {
    const { aim, alone, rivals, cost, solved, heldOut, limit, bound } = coverage;
    const limited = limit === null ? [] : [limit];
    const [guideCosts, guideShares] = aim === 'solved' ? [limited, [bound]] : [[bound], limited];
    const costs = [...alone.flatMap((each) => each.cost), cost.estimate, ...guideCosts];
    const log = Math.max(...costs) > WIDE * Math.min(...costs);
    const shares = [
        ...alone.flatMap((each) => each.solved),
        ...guideShares,
        solved.estimate,
        solved.lower,
        solved.upper,
    ];
    return panelChart(
        {
            datasets: [
                ...mixtureMarks(coverage, theme),
                ...rivalMarks(
                    rivals.map(({ name, cost: x, solved: y }) => ({ label: name, x, y })),
                    theme,
                ),
                ...aloneLines(coverage, theme),
            ],
            x: { range: paddedRange([...costs, cost.lower, cost.upper], log)!, log, title: COST },
            strips: [
                { id: 'y', weight: 1, log: false, range: paddedRange([...shares, heldOut], false)!, title: SOLVED },
            ],
            describe: (dataset, datum) => pointText(coverage, dataset, datum),
            annotations: guides(coverage, theme),
        },
        size,
        theme,
    );
}

export const COST = 'mean cost';
export const SOLVED = 'solved';

function pointText({ alone, rivals, cost, solved }: CoverageView, { role, label = '' }: PanelDataset, point: Datum) {
    if (role === 'mark') {
        return { title: label, lines: [`${SOLVED} ${withSpread(solved)}`, `${COST} ${withSpread(cost)}`] };
    }
    const curve = alone.find((each) => each.label === label);
    const rival = rivals.find(({ name }) => role === 'target' && name === label);
    return {
        title: role === 'point' ? `${curve!.counts[point.row!]} of ${label}` : rival ? rivalTitle(rival) : label,
        lines: [`${SOLVED} ${formatQuantity(point.y)}`, `${COST} ${formatQuantity(point.x)}`],
    };
}

/** `best single: 8 of large` */
export function rivalTitle(rival: CoverageView['rivals'][number]): string {
    return `${rival.name}: ${rival.label}`;
}

function withSpread({ estimate, lower, upper }: SpreadView): string {
    return withInterval(estimate, intervalOf(lower, upper));
}

function mixtureMarks({ cost, solved, heldOut }: CoverageView, theme: Theme): readonly PanelDataset[] {
    const at = { x: cost.estimate, y: solved.estimate };
    const held = heldOut === null ? [] : [{ x: cost.estimate, y: heldOut }];
    return [
        answerMark([at], 'mixture', theme),
        ...held.map((datum) => heldOutMark(datum, theme)),
        spreadBars(at, cost, solved, theme),
    ];
}

/** Hollow, as rows that a fit has not seen. */
function heldOutMark(datum: Datum, theme: Theme): PanelDataset {
    return {
        ...answerMark([datum], 'held out', theme),
        role: 'target',
        pointBackgroundColor: theme.background,
        pointBorderColor: theme.highlight,
        pointBorderWidth: 2,
    };
}

function spreadBars({ x, y }: Datum, cost: SpreadView, solved: SpreadView, theme: Theme): PanelDataset {
    const colour = withAlpha(theme.highlight, 0.6);
    const ends = {
        ...(cost.lower === null || cost.upper === null ? {} : { xMin: cost.lower, xMax: cost.upper }),
        ...(solved.lower === null || solved.upper === null ? {} : { yMin: solved.lower, yMax: solved.upper }),
    };
    return {
        type: 'scatterWithErrorBars',
        role: 'spread',
        yAxisID: 'y',
        data: [{ x, y, ...ends }],
        order: DRAW_ORDER.spread,
        radius: 0,
        hitRadius: 0,
        errorBarColor: colour,
        errorBarLineWidth: theme.thin,
        errorBarWhiskerColor: colour,
        errorBarWhiskerLineWidth: theme.thin,
        errorBarWhiskerSize: 8,
    };
}

function aloneLines({ alone }: CoverageView, theme: Theme): readonly PanelDataset[] {
    return alone.map(({ label, cost, solved }, index) => {
        const { colour, dash } = categoryLook(index, theme);
        return {
            type: 'scatter',
            role: 'point',
            yAxisID: 'y',
            label,
            directLabel: 'end',
            data: cost.map((x, row) => ({ x, y: solved[row], row })),
            order: DRAW_ORDER.curve,
            showLine: true,
            borderColor: colour,
            borderDash: [...dash],
            borderWidth: theme.thin,
            pointRadius: cost.length === 1 ? 2 : 0,
            pointHoverRadius: 4,
            pointHitRadius: 6,
            pointBackgroundColor: colour,
            pointBorderWidth: 0,
        };
    });
}

/** Where the limit ends, and what no mixture betters, unless the mixture is proven the best. */
function guides({ aim, limit, bound, solved, cost }: CoverageView, theme: Theme): Annotations {
    const isProven = aim === 'solved' ? bound <= solved.estimate + SAME : bound >= cost.estimate * (1 - SAME);
    const limited = limit === null ? {} : { limit: limitLine(limit, theme, aim === 'solved' ? 'x' : 'y') };
    if (isProven) {
        return limited;
    }
    return {
        ...limited,
        bound:
            aim === 'solved'
                ? namedLimitLine(bound, 'no mixture solves more', theme, 'y')
                : namedLimitLine(bound, 'no mixture costs less', theme, 'x'),
    };
}
