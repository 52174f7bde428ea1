/**
 * A canvas context that records SVG. svgcanvas does the shapes; its texts are written here, because it reads the font
 * back from an inline style, which the panel's content-security policy forbids.
 */
import { Context } from 'svgcanvas';

const SVG = 'http://www.w3.org/2000/svg';

const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
    left: 'start',
    start: 'start',
    center: 'middle',
    right: 'end',
    end: 'end',
};

/** How far below the given y the letters' own baseline lies. Few readers of SVG know `dominant-baseline`. */
const BASELINE_SHIFTS: Readonly<Record<CanvasTextBaseline, string>> = {
    alphabetic: '0',
    ideographic: '-0.1em',
    bottom: '-0.22em',
    middle: '0.35em',
    hanging: '0.75em',
    top: '0.9em',
};

export class SvgContext extends Context {
    /** Chart.js asks its canvas for a context; this is both. */
    getContext(): this {
        return this;
    }

    override fillText(text: string, x: number, y: number): void {
        this.writeText(text, x, y, { fill: this.fillStyle });
    }

    override strokeText(text: string, x: number, y: number): void {
        this.writeText(text, x, y, {
            fill: 'none',
            stroke: this.strokeStyle,
            'stroke-width': String(this.lineWidth),
            'stroke-linejoin': 'round',
        });
    }

    /** The document as text, without the groups that drew nothing. */
    text(): string {
        const svg = this.getSvg();
        removeEmptyGroups(svg);
        return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
    }

    private writeText(text: string, x: number, y: number, paint: Readonly<Record<string, string>>): void {
        const { style } = document.createElement('span');
        style.font = this.font;
        const { a, b, c, d, e, f } = this.getTransform();
        const attributes = {
            x,
            y,
            dy: BASELINE_SHIFTS[this.textBaseline],
            'text-anchor': ANCHORS[this.textAlign],
            'font-family': style.fontFamily,
            'font-size': style.fontSize,
            'font-weight': style.fontWeight,
            transform: `matrix(${[a, b, c, d, e, f].join(' ')})`,
            ...paint,
        };
        const element = document.createElementNS(SVG, 'text');
        for (const [name, value] of Object.entries(attributes)) {
            element.setAttribute(name, String(value));
        }
        element.textContent = text;
        this.__closestGroupOrSvg().append(element);
    }
}

/** Innermost first, so that a group of empty groups goes, too. */
function removeEmptyGroups(svg: SVGSVGElement): void {
    for (const group of [...svg.querySelectorAll('g')].reverse()) {
        if (group.childElementCount === 0) {
            group.remove();
        }
    }
    svg.querySelectorAll('path:not([d])').forEach((path) => path.remove());
}
