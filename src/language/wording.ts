/** Phrases that several messages share. */
import type { AstNode } from 'langium';
import { nearestName } from '../quantity/nearest.js';
import { textOf } from './spans.js';

const LONGEST_QUOTE = 40;

/** The text of a node as written, on one line and not too long, in backticks. */
export function quote(node: AstNode | undefined): string {
    const text = (node === undefined ? '' : textOf(node)).replace(/\s+/g, ' ');
    return `\`${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text}\``;
}

/** ` Did you mean …?` with the nearest of the candidates, else what there is, else nothing. */
export function suggestion(name: string, candidates: readonly string[], whatThereIs = ''): string {
    const nearest = nearestName(name, candidates);
    if (nearest !== undefined) return ` Did you mean \`${nearest}\`?`;
    return whatThereIs === '' || candidates.length === 0 ? '' : ` ${whatThereIs} ${list(candidates)}.`;
}

/** `a`, `b` and `c`, at most eight of them. */
export function list(names: readonly string[]): string {
    const shown = names.slice(0, 8).map((name) => `\`${name}\``);
    if (names.length > 8) return `${shown.join(', ')}, …`;
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** `1 argument`, `2 arguments`. */
export function count(number: number, noun: string): string {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
