import { color } from 'chart.js/helpers';
import { describe, expect, it } from 'vitest';
import { baselineLook, categoryLook } from '../../../src/webview/theme/categories.js';
import type { ThemeKind } from '../../../src/webview/theme/theme.js';
import { testTheme } from './themes.js';
import { contrast, linearRgb } from './vision.js';

const KINDS: readonly ThemeKind[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];
const SIX = [0, 1, 2, 3, 4, 5];

/** Simulated dichromacy in linear RGB (Machado, Oliveira and Fernandes 2009, table 1, severity 1). */
const VISIONS = {
    protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
    deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
    tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** CIE 1976 L*a*b*, white D65. */
function lab([r, g, b]: readonly number[]): readonly number[] {
    const xyz = [
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    ];
    const [x, y, z] = xyz.map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(colour: string, matrix: readonly number[]): readonly number[] {
    const rgb = linearRgb(colour);
    return lab([0, 3, 6].map((row) => rgb.reduce((sum, value, i) => sum + matrix[row + i] * value, 0)));
}

describe('looks of categories', () => {
    it.each(KINDS)('stand out from the background in %s', (kind) => {
        const theme = testTheme(kind);
        for (const index of SIX) {
            expect(contrast(categoryLook(index, theme).colour, theme.background)).toBeGreaterThan(3);
        }
    });

    it.each(KINDS)('differ in colour for every kind of vision in %s', (kind) => {
        const theme = testTheme(kind);
        for (const matrix of Object.values(VISIONS)) {
            const colours = SIX.map((index) => seen(categoryLook(index, theme).colour, matrix));
            colours.forEach((one, i) =>
                colours.slice(i + 1).forEach((other) => {
                    expect(Math.hypot(...one.map((value, k) => value - other[k]))).toBeGreaterThan(10);
                }),
            );
        }
    });

    it('differ by their dash, too, and in the second round by the pair', () => {
        const theme = testTheme();
        const pairs = Array.from({ length: 12 }, (_, index) => {
            const { colour, dash } = categoryLook(index, theme);
            return `${colour} ${dash.join(' ')}`;
        });
        expect(new Set(pairs).size).toBe(12);
        expect(new Set(SIX.map((index) => categoryLook(index, theme).dash.join(' '))).size).toBe(6);
        expect(SIX.map((index) => categoryLook(index, theme).dash)).not.toContainEqual(baselineLook(theme).dash);
    });

    it('can be read by Chart.js', () => {
        expect(color(categoryLook(3, testTheme('light')).colour).valid).toBe(true);
    });
});
