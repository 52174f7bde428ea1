/** How colours are seen. */
import { color } from 'chart.js/helpers';

/** Red, green and blue in proportion to light (WCAG 2.2, section 1.4.3). */
export function linearRgb(text: string): readonly number[] {
    const { r, g, b } = color(text).rgb;
    return [r, g, b].map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
}

/** Relative luminance (WCAG 2.2, section 1.4.3). */
export function luminance(text: string): number {
    const [red, green, blue] = linearRgb(text);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}
