/** Sentences in which what the user wrote stands in backticks. */
import { h } from './dom.js';

/** The sentence with its code as code. */
export function codeText(text: string): readonly (Node | string)[] {
    return text.split('`').map((part, index) => (index % 2 === 0 ? part : h('code', {}, part)));
}
