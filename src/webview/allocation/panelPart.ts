/** The part of the panel for one kind of question; the others are hidden meanwhile. */
import type { AllocationFromPanel } from '../../protocol/allocationPanel.js';
import type { Place } from '../shell/frame.js';

export interface PanelPart<View> {
    readonly element: HTMLElement;
    /** Null hides it. */
    show(view: View | null): void;
    /** What the lit line lights. */
    lit(view: View): unknown;
}

/** What parts ask of the panel's frame. */
export interface PartFrame {
    post(message: AllocationFromPanel): void;
    isTable(figure: string): boolean;
    showTable(figure: string, asTable: boolean): void;
    selected(): Place | null;
    reveal(place: Place): void;
    draw(): void;
}
