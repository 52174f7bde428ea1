import { describe, expect, it } from 'vitest';
import { gutterWidth } from '../../../src/webview/chart/directLabels.js';
import { testTheme } from '../theme/themes.js';

const theme = testTheme();

describe('room right of the axes', () => {
    it('is kept for the longest name of a line that ends there', () => {
        const one = gutterWidth([{ text: 'small', at: 1 }], 400, theme);
        expect(one).toBeGreaterThan(5 * theme.fontSize * 0.5);
        expect(
            gutterWidth(
                [
                    { text: 'small', at: 1 },
                    { text: 'tiny', at: 0.97 },
                ],
                400,
                theme,
            ),
        ).toBe(one);
    });

    it('is not kept for a name that fits where its line ends', () => {
        expect(gutterWidth([{ text: 'small', at: 0.5 }], 400, theme)).toBe(0);
        expect(gutterWidth([], 400, theme)).toBe(0);
        const nearly = gutterWidth([{ text: 'a name of some length', at: 0.8 }], 400, theme);
        expect(nearly).toBeGreaterThan(0);
        expect(nearly).toBeLessThan(gutterWidth([{ text: 'a name of some length', at: 1 }], 400, theme));
    });
});
