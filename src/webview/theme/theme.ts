/** The editor's look, as plain values that a chart can be drawn with. */
import { color } from 'chart.js/helpers';

export type ThemeKind = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

export interface Theme {
    readonly kind: ThemeKind;
    readonly background: string;
    readonly foreground: string;
    /** Tick labels, axis titles. */
    readonly muted: string;
    readonly grid: string;
    readonly minorGrid: string;
    /** The axes themselves, and frames. */
    readonly axis: string;
    /** Marks that are not on the colour scale. */
    readonly accent: string;
    /** What the eye should find first: the optimum, a prediction. */
    readonly highlight: string;
    readonly tooltip: { readonly background: string; readonly foreground: string; readonly border: string };
    readonly fontFamily: string;
    readonly fontSize: number;
    /** Width of a thin line, in pixels: high contrast draws heavier. */
    readonly thin: number;
}

/** Reads one colour token or font setting, such as `--vscode-editor-background`; empty where the theme has none. */
export type ReadToken = (name: string) => string;

/** One step below the editor's text, as VS Code sets labels. */
const CHART_FONT_SCALE = 11 / 13;
const DEFAULT_FONT_SIZE = 13;

/** The theme's tokens as chart colours; every colour comes back as `rgb(…)` or `rgba(…)`, which SVG readers know. */
export function themeFrom(kind: ThemeKind, read: ReadToken): Theme {
    const contrast = isHighContrast(kind);
    const dark = isDark(kind);
    const token = (names: readonly string[], fallback: string): string =>
        plainColour(names.map((name) => read(`--vscode-${name}`).trim()).find((value) => value !== '') ?? fallback);
    const background = token(['editor-background'], dark ? '#1f1f1f' : '#ffffff');
    const foreground = token(['editor-foreground', 'foreground'], dark ? '#cccccc' : '#3b3b3b');
    return {
        kind,
        background,
        foreground,
        muted: contrast ? foreground : token(['descriptionForeground'], foreground),
        grid: withAlpha(foreground, contrast ? 0.32 : 0.13),
        minorGrid: withAlpha(foreground, contrast ? 0.14 : 0.05),
        axis: contrast ? foreground : withAlpha(foreground, 0.4),
        accent: token(['charts-blue'], dark ? '#59a4f9' : '#0063d3'),
        highlight: token(['charts-red'], dark ? '#f14c4c' : '#e51400'),
        tooltip: {
            background: token(['editorHoverWidget-background'], background),
            foreground: token(['editorHoverWidget-foreground'], foreground),
            border: token(['editorHoverWidget-border', 'contrastBorder'], foreground),
        },
        fontFamily: read('--vscode-font-family').trim() || 'sans-serif',
        fontSize: Math.round((Number.parseFloat(read('--vscode-font-size')) || DEFAULT_FONT_SIZE) * CHART_FONT_SCALE),
        thin: contrast ? 2 : 1.5,
    };
}

export function isDark(kind: ThemeKind): boolean {
    return kind === 'dark' || kind === 'high-contrast';
}

export function isHighContrast(kind: ThemeKind): boolean {
    return kind === 'high-contrast' || kind === 'high-contrast-light';
}

/** The colour, that much opaque of what it was. */
export function withAlpha(colour: string, alpha: number): string {
    const parsed = color(colour);
    return parsed.alpha(alpha * parsed.rgb.a).rgbString() ?? colour;
}

/** Two opaque colours mixed: `share` of the second. */
export function mixed(first: string, second: string, share: number): string {
    return (
        color(first)
            .mix(color(second), 1 - share)
            .rgbString() ?? first
    );
}

function plainColour(text: string): string {
    const parsed = color(text);
    return parsed.valid ? (parsed.rgbString() ?? text) : text;
}
