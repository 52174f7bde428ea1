/** What people call the columns of runs: model size, tokens, compute and loss, by their headers. */
import { SUFFIXES } from '../quantity/parse.js';

export type Role = 'N' | 'D' | 'C' | 'loss';

/** The surest first; units and brackets are taken off before. */
const HEADERS: Readonly<Record<Role, readonly RegExp[]>> = {
    N: [
        /^n$/,
        /^n_?params?$/,
        /^(non_?emb(edding)?_)?param(eter)?s?(_count)?$/,
        /^(num|total)_param(eter)?s$/,
        /^model_?size$/,
        /^size$/,
    ],
    D: [/^d$/, /^n_?tokens$/, /^(train(ing)?_|num_|total_)?tokens(_seen)?$/, /^dataset_?size$/, /^data$/],
    C: [/^c$/, /^(train(ing)?_|total_)?flops?$/, /^compute$/],
    loss: [
        /^(val(idation)?|test|eval(uation)?|final)_loss$/,
        /^loss$/,
        /^l$/,
        /^(train(ing)?_|final_train_)loss$/,
        /loss/,
    ],
};

export const ROLES = Object.keys(HEADERS) as readonly Role[];

export function isRole(name: string): name is Role {
    return Object.hasOwn(HEADERS, name);
}

/** The header that most likely means this; undefined where none does. */
export function headerFor(role: Role, headers: readonly string[]): string | undefined {
    const plain = headers.map(plainHeader);
    return HEADERS[role].flatMap((pattern) => headers[plain.findIndex((each) => pattern.test(each))] ?? [])[0];
}

/** "Val. Loss (nats)" → "val_loss". */
function plainHeader(header: string): string {
    return header
        .replace(/[([].*$/, '')
        .trim()
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_|_$/g, '');
}

/** The power of ten that a header says the numbers are in, such as 6 for "Params (M)". */
export function exponentIn(header: string): number {
    const inside = /[([]\s*([^)\]]*?)\s*[)\]]/.exec(header)?.[1] ?? '';
    if (Object.hasOwn(SUFFIXES, inside.toUpperCase())) return SUFFIXES[inside.toUpperCase() as keyof typeof SUFFIXES];
    const words: Readonly<Record<string, number>> = { thousands: 3, millions: 6, billions: 9, trillions: 12 };
    return words[inside.toLowerCase()] ?? (/^1e(\d+)$/.exec(inside) ? Number(inside.slice(2)) : 0);
}
