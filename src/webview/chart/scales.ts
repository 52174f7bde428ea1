/** Axes as VS Code would draw them: thin lines, few labels, one x shared by the strips stacked above it. */
import type { ScaleOptions } from 'chart.js';
import type { Theme } from '../theme/theme.js';
import type { Size } from './config.js';
import type { Range } from './range.js';
import { axisTicks, tickLabel, type AxisTick } from './ticks.js';

export interface AxisSpec {
    readonly range: Range;
    readonly log: boolean;
    /** Written below the x axis; above a y axis it is drawn by the headings plug-in. */
    readonly title: string;
    /** How a labelled tick reads; as a quantity without it. */
    readonly label?: (value: number) => string;
}

/** One strip of the stack, the topmost first. */
export interface StripSpec extends AxisSpec {
    readonly id: string;
    /** Share of the height among the strips. */
    readonly weight: number;
}

type AxisOptions = ScaleOptions<'linear' | 'logarithmic'>;

/** Pixels that a tick label needs, its neighbours' distance included. */
const LABEL_WIDTH = 52;
const LABEL_HEIGHT = 34;
const FEWEST_LABELS = 3;
/** Pixels between strips: room for the next strip's heading. */
export const STRIP_GAP = 30;
/** Pixels above the topmost strip: its heading and the colour legend. */
export const HEADING_HEIGHT = 26;
/** Pixels below the strips for tick labels and the title of x. */
const FOOT_HEIGHT = 44;

export const STACK = 'strips';

export function xScale(axis: AxisSpec, size: Size, theme: Theme): AxisOptions {
    const room = Math.max(FEWEST_LABELS, Math.floor((size.width - LABEL_WIDTH) / LABEL_WIDTH));
    return {
        ...scale(axis, room, theme),
        position: 'bottom',
        title: {
            display: axis.title !== '',
            text: axis.title,
            color: theme.muted,
            font: { family: theme.fontFamily, size: theme.fontSize },
            padding: { top: 2, bottom: 0 },
        },
    };
}

/** The y axes, one above the other with a gap between, all on the left. */
export function stackedScales(
    strips: readonly StripSpec[],
    size: Size,
    theme: Theme,
): Readonly<Record<string, AxisOptions>> {
    const height = Math.max(1, size.height - HEADING_HEIGHT - FOOT_HEIGHT - STRIP_GAP * (strips.length - 1));
    const total = strips.reduce((sum, strip) => sum + strip.weight, 0);
    const scales: Record<string, AxisOptions> = {};
    // Chart.js stacks upwards: the last strip is the first scale.
    for (const [index, strip] of [...strips].reverse().entries()) {
        const pixels = (height * strip.weight) / total;
        if (index > 0) {
            scales[`gap${index}`] = spacer();
        }
        scales[strip.id] = {
            ...scale(strip, Math.max(FEWEST_LABELS, Math.floor(pixels / LABEL_HEIGHT)), theme),
            position: 'left',
            stack: STACK,
            stackWeight: pixels,
        };
    }
    return scales;
}

function scale(axis: AxisSpec, room: number, theme: Theme): AxisOptions {
    const label = axis.label ?? tickLabel;
    return {
        type: axis.log ? 'logarithmic' : 'linear',
        min: axis.range.min,
        max: axis.range.max,
        afterBuildTicks: (built) => {
            built.ticks = axisTicks(built, axis.log, room).map((tick) => ({ ...tick }));
        },
        border: { color: theme.axis, width: 1 },
        grid: {
            color: ({ tick }) => (isMajor(tick) ? theme.grid : theme.minorGrid),
            lineWidth: 1,
            drawTicks: true,
            tickLength: 4,
            tickColor: ({ tick }) => (isMajor(tick) ? theme.grid : 'rgba(0, 0, 0, 0)'),
        },
        ticks: {
            autoSkip: false,
            maxRotation: 0,
            includeBounds: false,
            color: theme.muted,
            font: { family: theme.fontFamily, size: theme.fontSize },
            padding: 3,
            callback: (value, index, built) => (isMajor(built[index]) ? label(Number(value)) : ''),
        },
    };
}

function isMajor(tick: Partial<AxisTick> | undefined): boolean {
    return tick?.major === true;
}

function spacer(): AxisOptions {
    return { type: 'linear', display: false, stack: STACK, stackWeight: STRIP_GAP, position: 'left' };
}
