/** What all views need to be plain data. */
import { URI, UriUtils } from 'langium';
import type { NumberOrNull } from '../../protocol/views.js';

/** JSON has neither NaN nor infinities. */
export function numberOrNull(value: number | null | undefined): NumberOrNull {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The last part of the path, for a heading. */
export function documentName(uri: string): string {
    return UriUtils.basename(URI.parse(uri));
}

/** With a capital and a full stop. */
export function sentence(text: string): string {
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
