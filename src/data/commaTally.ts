/** Decides from the cells of a whole file whether its commas are decimal marks. */
import { commaEvidence, isNumber, type CommaStyle } from './cell.js';

export interface AmbiguousCell {
    readonly cell: string;
    readonly line: number;
    readonly index: number;
}

export class CommaTally {
    private readonly found = new Set<CommaStyle>();
    private firstEither: AmbiguousCell | undefined;

    add(cell: string, line: number, index: number): void {
        const evidence = cell.includes(',') ? commaEvidence(cell) : undefined;
        if (!evidence || !(isNumber(cell, 'decimal') || isNumber(cell, 'grouping'))) {
            return;
        }
        if (evidence === 'either') {
            this.firstEither ??= { cell, line, index };
        } else {
            this.found.add(evidence);
        }
    }

    /** Decimal where a cell cannot be read otherwise, and none proves the contrary. */
    verdict(): CommaStyle {
        return this.found.has('decimal') && !this.found.has('grouping') ? 'decimal' : 'grouping';
    }

    /** The first cell that can be read in two ways, where no other cell decides between them. */
    get ambiguous(): AmbiguousCell | undefined {
        return this.found.size === 0 ? this.firstEither : undefined;
    }
}
