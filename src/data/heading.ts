/** Column headings: a name, and perhaps a unit in brackets: `N (params)`, `D [tokens]`. */
import { TEXT, unitNamed, type Unit } from '../quantity/units.js';
import { nearestUnitName } from '../quantity/unitSpelling.js';

export interface Heading {
    /** Empty where the header cell is. */
    readonly name: string;
    readonly unitName?: string;
    readonly unit?: Unit;
    /** `answer (text)`: its cells are texts, also those that look like numbers. */
    readonly isText?: true;
    /** What stands in brackets, where that was probably meant as a unit and is none. */
    readonly unknownUnit?: string;
}

/** Whether the unit in brackets is part of the name (`"Size (params)"`, as CSV columns are named) or beside it. */
export type HeadingStyle = 'whole-text' | 'name-only';

const BRACKETED = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/;

export function readHeading(text: string, style: HeadingStyle): Heading {
    const match = BRACKETED.exec(text);
    if (!match) {
        return { name: text };
    }
    const [, name, unitName] = match;
    if (unitName === TEXT) {
        return { name: style === 'name-only' ? name : text, isText: true };
    }
    const unit = unitNamed(unitName);
    if (unit) {
        return { name: style === 'name-only' ? name : text, unitName, unit };
    }
    return nearestUnitName(unitName) ? { name: text, unknownUnit: unitName } : { name: text };
}
