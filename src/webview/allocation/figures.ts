/** What the panel's figures show of a budget. */
import type { BudgetView } from '../../protocol/allocationPanel.js';
import type { FigureContent } from '../shell/figure.js';
import { alongCsv, coverageCsv, outcomesCsv, planeCsv, sweepCsv } from './allocationCsv.js';
import { objectiveHeading, objectiveName, variablesText } from './answer.js';
import { alongChart } from './alongChart.js';
import { COST, coverageChart, SOLVED } from './coverageChart.js';
import { outcomesChart } from './outcomesChart.js';
import { planeChart, type PlaneZoom } from './planeChart.js';
import { sweepChart } from './sweepChart.js';
import { alongTable, coverageTable, outcomesTable, planeTable, sweepTable } from './tables.js';
import type { Place } from '../shell/frame.js';

export function planeFigure(
    budget: BudgetView,
    zoom: PlaneZoom | null,
    selected: number | null,
    reveal: (place: Place) => void,
): FigureContent | null {
    const { plane } = budget;
    const optimumText = plane ? variablesText(budget, [plane.xName, plane.yName]) : '';
    return (
        plane && {
            title: `${plane.yName} against ${plane.xName}`,
            description: `Contours of ${objectiveName(budget)} over ${plane.xName} and ${plane.yName}, the constraints and the optimum.`,
            build: (size, theme) => planeChart(plane, { zoom, selected, optimumText }, size, theme),
            table: () => planeTable(plane, reveal),
            csv: () => planeCsv(plane, objectiveHeading(budget)),
            fileNameParts: [budget.name, plane.xName, plane.yName],
        }
    );
}

export function alongFigure(budget: BudgetView): FigureContent | null {
    const { plane } = budget;
    const along = plane?.along;
    if (!plane || !along) {
        return null;
    }
    const name = objectiveHeading(budget);
    const texts = { objective: name, optimum: variablesText(budget, [plane.xName]) };
    const flat = along.flat ? ` ${along.flat.text}.` : '';
    return {
        title: along.flat ? along.flat.text : `${name} along the budget line`,
        description: `${name} along the budget line, against ${plane.xName}.${flat}`,
        build: (size, theme) => alongChart(plane, along, texts, size, theme),
        table: () => alongTable(plane, along, name),
        csv: () => alongCsv(plane, along, name),
        fileNameParts: [budget.name, 'along', 'budget'],
    };
}

export function outcomesFigure(budget: BudgetView): FigureContent | null {
    const outcomes = budget.choice?.outcomes;
    if (!outcomes) {
        return null;
    }
    const name = objectiveHeading(budget);
    return {
        title: `${name} against ${outcomes.cost}`,
        description: `What every combination gives against what it costs: ${name} against ${outcomes.cost}, with the frontier and the answer.`,
        build: (size, theme) => outcomesChart(outcomes, name, size, theme),
        table: () => outcomesTable(outcomes, name),
        csv: () => outcomesCsv(outcomes, name),
        fileNameParts: [budget.name, 'choices'],
    };
}

export function coverageFigure({ name, mixture }: BudgetView): FigureContent | null {
    return (
        mixture && {
            title: `Solved against ${COST}`,
            description: `What the mixture solves at what cost, beside each configuration alone: ${SOLVED} against ${COST}.`,
            build: (size, theme) => coverageChart(mixture.coverage, size, theme),
            table: () => coverageTable(mixture.coverage),
            csv: () => coverageCsv(mixture.coverage),
            fileNameParts: [name, 'coverage'],
        }
    );
}

export function sweepFigure(budget: BudgetView): FigureContent | null {
    const { sweep } = budget;
    const name = objectiveName(budget);
    return (
        sweep && {
            title: `Optimum along ${sweep.name}`,
            description: `The optimal ${name} and its variables against ${sweep.name}.`,
            build: (size, theme) => sweepChart(sweep, name, size, theme),
            table: () => sweepTable(sweep, name),
            csv: () => sweepCsv(sweep, name),
            fileNameParts: [budget.name, 'frontier'],
        }
    );
}
