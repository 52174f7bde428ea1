/** The part of svgcanvas that we use; it ships no types. */
declare module 'svgcanvas' {
    export class Context {
        constructor(width: number, height: number);
        font: string;
        fillStyle: string;
        strokeStyle: string;
        lineWidth: number;
        textAlign: CanvasTextAlign;
        textBaseline: CanvasTextBaseline;
        readonly canvas: Context;
        /** The group that is drawn into. */
        __closestGroupOrSvg(): SVGElement;
        fillText(text: string, x: number, y: number): void;
        strokeText(text: string, x: number, y: number): void;
        getTransform(): DOMMatrix;
        getSvg(): SVGSVGElement;
    }
}
