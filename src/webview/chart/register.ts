/** Chart.js with the parts that the panels use; zooming is added to charts on screen only (`interaction.ts`). */
import {
    Chart,
    Filler,
    LinearScale,
    LineElement,
    LogarithmicScale,
    PointElement,
    ScatterController,
    Tooltip,
} from 'chart.js';
import { PointWithErrorBar, ScatterWithErrorBarsController } from 'chartjs-chart-error-bars';
import annotationPlugin from 'chartjs-plugin-annotation';

export function registerCharts(): void {
    Chart.register(ScatterController, ScatterWithErrorBarsController, PointElement, PointWithErrorBar, LineElement);
    Chart.register(LinearScale, LogarithmicScale, Filler, Tooltip, annotationPlugin);
}
