import { describe, expect, it } from 'vitest';
import { colourAt, levelColour, levelScale } from '../../../src/webview/theme/colourScale.js';
import type { ThemeKind } from '../../../src/webview/theme/theme.js';
import { testTheme } from './themes.js';
import { contrast, luminance } from './vision.js';

const KINDS: readonly ThemeKind[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];
const SHARES = Array.from({ length: 21 }, (_, index) => index / 20);

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
