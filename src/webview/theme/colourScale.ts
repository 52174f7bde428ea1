/**
 * A perceptually even colour scale for quantities that span decades. Anchors are those of viridis
 * (S. van der Walt, N. Smith, matplotlib, CC0), which also reads in greyscale and with colour blindness.
 */
import { mixed, isDark, type Theme } from './theme.js';

const VIRIDIS = [
    '#440154',
    '#482475',
    '#414487',
    '#355f8d',
    '#2a788e',
    '#21918c',
    '#22a884',
    '#44bf70',
    '#7ad151',
    '#bddf26',
    '#fde725',
];

/** The stretch of the scale with enough contrast against the background: the dark end is lost on dark, the yellow on white. */
const ON_DARK = [0.3, 1] as const;
const ON_LIGHT = [0, 0.78] as const;

export interface LevelScale {
    readonly min: number;
    readonly max: number;
    /** Logarithmic where all values are positive. */
    readonly log: boolean;
}

/** The scale that spans these values; undefined where they do not differ, so that colour would say nothing. */
export function levelScale(values: Iterable<number | null>): LevelScale | undefined {
    let min = Infinity;
    let max = -Infinity;
    for (const value of values) {
        if (value !== null && Number.isFinite(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }
    return min < max ? { min, max, log: min > 0 } : undefined;
}

export function levelColour(scale: LevelScale, value: number, theme: Theme): string {
    const at = scale.log ? Math.log : (plain: number) => plain;
    return colourAt((at(value) - at(scale.min)) / (at(scale.max) - at(scale.min)), theme);
}

/** The colour at a share 0 … 1 of the scale; beyond it, the colour of its end. */
export function colourAt(share: number, theme: Theme): string {
    const [from, to] = isDark(theme.kind) ? ON_DARK : ON_LIGHT;
    const place = from + (to - from) * Math.min(1, Math.max(0, share));
    return COLOURS[Math.round(place * (COLOURS.length - 1))];
}

/** Mixed once: thousands of points ask for theirs, and no eye tells more shades apart. */
const SHADES = 256;
const COLOURS = Array.from({ length: SHADES }, (_, shade) => {
    const place = (shade / (SHADES - 1)) * (VIRIDIS.length - 1);
    const below = Math.min(Math.floor(place), VIRIDIS.length - 2);
    return mixed(VIRIDIS[below], VIRIDIS[below + 1], place - below);
});
