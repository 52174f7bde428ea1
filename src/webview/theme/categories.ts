/**
 * Looks for things without an order, such as laws: colours after Okabe and Ito (2008, Color Universal Design), with more
 * contrast against either background, and a dash of its own for each, so that they are told apart without colour, too.
 */
import { isDark, type Theme } from './theme.js';

const ON_DARK = ['#56b4e9', '#e69f00', '#1fc79f', '#e58bc6', '#f0e442', '#ff7a45'];
const ON_LIGHT = ['#0072b2', '#d55e00', '#008f68', '#b8579a', '#4a3c00', '#56308f'];
/** Lengths of strokes and gaps, in pixels; one more than colours, so that a second round differs. */
const DASHES = [[], [9, 4], [2, 3], [9, 3, 2, 3], [5, 3], [14, 4], [5, 3, 2, 3, 2, 3]];
/** Of what stands for having no theory. */
const PLAIN_DASH = [3, 4];

export interface CategoryLook {
    readonly colour: string;
    readonly dash: readonly number[];
}

export function categoryLook(index: number, theme: Theme): CategoryLook {
    const colours = isDark(theme.kind) ? ON_DARK : ON_LIGHT;
    return { colour: colours[index % colours.length], dash: DASHES[index % DASHES.length] };
}

/** Of the one that the others are measured against. */
export function baselineLook(theme: Theme): CategoryLook {
    return { colour: theme.muted, dash: PLAIN_DASH };
}
