/** A short stroke in the look of a curve, for tables that speak of it. */
import type { LawLook } from './lawLooks.js';

const SVG = 'http://www.w3.org/2000/svg';
const LENGTH = 26;
const HEIGHT = 10;

export function lineSample({ colour, dash, width }: LawLook): SVGElement {
    const sample = document.createElementNS(SVG, 'svg');
    const stroke = document.createElementNS(SVG, 'path');
    const attributes: readonly (readonly [Element, Readonly<Record<string, string>>])[] = [
        [
            sample,
            {
                class: 'sample',
                viewBox: `0 0 ${LENGTH} ${HEIGHT}`,
                width: String(LENGTH),
                height: String(HEIGHT),
                'aria-hidden': 'true',
            },
        ],
        [
            stroke,
            {
                d: `M0 ${HEIGHT / 2}h${LENGTH}`,
                stroke: colour,
                'stroke-width': String(width),
                'stroke-dasharray': dash.join(' '),
            },
        ],
    ];
    for (const [element, values] of attributes) {
        for (const [name, value] of Object.entries(values)) {
            element.setAttribute(name, value);
        }
    }
    sample.append(stroke);
    return sample;
}
