/** What people call the columns of runs: model size, tokens, compute and loss, by their headers. */

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
