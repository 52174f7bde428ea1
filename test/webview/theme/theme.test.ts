import { describe, expect, it } from 'vitest';
import { mixed, themeFrom, withAlpha } from '../../../src/webview/theme/theme.js';
import { testTheme } from './themes.js';

describe('theme', () => {
    it('spells every colour as rgb, whatever the token', () => {
        const theme = themeFrom('dark', (name) => (name === '--vscode-charts-blue' ? '#59a4f980' : ''));
        expect(theme.accent).toMatch(/^rgba\(89, 164, 249, 0\.5\d*\)$/);
        expect(theme.background).toBe('rgb(31, 31, 31)');
    });

    it('makes a translucent colour more translucent, not less', () => {
        expect(withAlpha('rgba(10, 20, 30, 0.5)', 0.5)).toBe('rgba(10, 20, 30, 0.25)');
    });

    it('mixes by the share of the second colour', () => {
        expect(mixed('#000000', '#ffffff', 0)).toBe('rgb(0, 0, 0)');
        expect(mixed('#000000', '#ffffff', 0.8)).toBe('rgb(204, 204, 204)');
    });

    it('draws heavier and without grey texts in high contrast', () => {
        const theme = testTheme('high-contrast-light');
        expect(theme.thin).toBeGreaterThan(testTheme('light').thin);
        expect(theme.muted).toBe(theme.foreground);
    });
});
