import { color } from 'chart.js/helpers';
import { describe, expect, it } from 'vitest';
import { colourAt, levelColour, levelScale } from '../../../src/webview/theme/colourScale.js';
import type { ThemeKind } from '../../../src/webview/theme/theme.js';
import { testTheme } from './themes.js';

const KINDS: readonly ThemeKind[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];
const SHARES = Array.from({ length: 21 }, (_, index) => index / 20);

/** Relative luminance (WCAG 2.2, section 1.4.3). */
function luminance(text: string): number {
    const { r, g, b } = color(text).rgb;
    const [red, green, blue] = [r, g, b].map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}

describe('colour scale', () => {
    it.each(KINDS)('grows steadily lighter in %s', (kind) => {
        const theme = testTheme(kind);
        const lightness = SHARES.map((share) => luminance(colourAt(share, theme)));
        expect(lightness).toEqual([...lightness].sort((a, b) => a - b));
    });

    it.each(KINDS)('stands out from the background everywhere in %s', (kind) => {
        const theme = testTheme(kind);
        for (const share of SHARES) {
            expect(contrast(colourAt(share, theme), theme.background)).toBeGreaterThan(1.9);
        }
    });

    it('is even in the logarithm of positive values', () => {
        const scale = levelScale([1e18, null, 1e22])!;
        const theme = testTheme();
        expect(scale).toEqual({ min: 1e18, max: 1e22, log: true });
        expect(levelColour(scale, 1e20, theme)).toBe(colourAt(0.5, theme));
        expect(levelColour(scale, 1e30, theme)).toBe(colourAt(1, theme));
    });

    it('is none where values do not differ', () => {
        expect(levelScale([7, 7, null])).toBeUndefined();
        expect(levelScale([])).toBeUndefined();
    });
});
