/** Where the cursor stands in the grammar, told from the tokens before it. */
import { opensList } from '../../language/tokens/blocks.js';
import { BINDING_CALLS } from '../../language/tokens/entries.js';
import { beginsEntry, endsOperand, isWord, type StatementTokens, type Token } from './tokens.js';

export type BlockKind = 'runs' | 'schedule' | 'law' | 'law-body' | 'preset' | 'fit' | 'compare' | 'budget' | 'plan';

export type Place =
    /** Nothing can be proposed: a new name, a number. */
    | { readonly kind: 'nothing' }
    | { readonly kind: 'statement' }
    /** A new entry of a block may begin here. */
    | { readonly kind: 'entry'; readonly block: BlockKind }
    | {
          readonly kind: 'expression';
          readonly of: BlockKind | 'law-header' | 'predict';
          readonly call: OpenCall | undefined;
          /** Words that may stand here instead. */
          readonly words?: readonly string[];
      }
    /** An operand is complete: these words may follow on the same line, and a unit if it is a number. */
    | { readonly kind: 'after-operand'; readonly words: readonly string[]; readonly afterNumber: boolean }
    /** After `surface.`: a parameter of that law. */
    | { readonly kind: 'parameter-of'; readonly law: string }
    | {
          readonly kind: 'law-form' | 'law-name' | 'runs-name' | 'choice-source' | 'column-name' | 'variable-name';
      }
    /** After `in`: what an argument or a column measures; a column may hold texts. */
    | { readonly kind: 'unit'; readonly ofColumn: boolean }
    | { readonly kind: 'objective' | 'scale' | 'method' | 'intervals' | 'solver' | 'design' };

/** A call whose bracket is open at the cursor. */
export interface OpenCall {
    readonly name: string;
    /** Names given so far by `name = …`. */
    readonly named: readonly string[];
    /** Which operand the cursor stands in, from 0. */
    readonly index: number;
    /** The name that this operand is given by. */
    readonly current: string | undefined;
    /** Whether an operand begins here, so that `name =` may stand. */
    readonly atStart: boolean;
}

export function placeOf(statement: StatementTokens): Place {
    const { tokens, onNewLine } = statement;
    if (tokens.length === 0) return { kind: 'statement' };
    const block = openBlock(tokens);
    const entry = block === undefined ? tokens : lastEntry(tokens.slice(block.start));
    const last = entry.at(-1);
    if (last === undefined) return { kind: 'entry', block: block!.kind };
    const call = openCall(entry);
    if (isInBinder(entry)) return NOTHING;
    if (!endsOperand(last)) return placeOfOperand(entry, block?.kind, call);
    if (call !== undefined) return afterOperand(wordsAfterOperand(call), last);
    if (block?.kind === 'budget' && isLabelOfRival(entry)) return RIVAL;
    if (onNewLine || last.image === '}') {
        return block === undefined ? { kind: 'statement' } : { kind: 'entry', block: block.kind };
    }
    return afterOperand(block === undefined ? wordsAfterHeader(tokens) : wordsAfterEntry(block.kind, entry), last);
}

/** The innermost call whose bracket is open at the end of the tokens. */
export function openCall(tokens: readonly Token[]): OpenCall | undefined {
    const named: string[] = [];
    let depth = 0;
    let index = 0;
    let current: string | undefined;
    for (let at = tokens.length - 1; at > 0; at--) {
        const { image } = tokens[at];
        if (image === ')') depth++;
        else if (image === '(' && depth === 0) {
            const name = tokens[at - 1];
            if (!isWord(name)) return undefined;
            return { name: name.image, named, index, current, atStart: ['(', ','].includes(tokens.at(-1)!.image) };
        } else if (image === '(') depth--;
        else if (depth === 0 && image === ',') index++;
        else if (depth === 0 && image === '=' && isWord(tokens[at - 1])) {
            named.push(tokens[at - 1].image);
            if (index === 0) current = tokens[at - 1].image;
        }
    }
    return undefined;
}

/** The innermost block that is open at the end of a statement's tokens, and the index of its first token. */
function openBlock(tokens: readonly Token[]): { readonly kind: BlockKind; readonly start: number } | undefined {
    const open: number[] = [];
    tokens.forEach(({ image }, index) => {
        if (image === '{') open.push(index);
        else if (image === '}') open.pop();
    });
    const blocks = open.filter((index) => !opensList(tokens, index));
    const brace = blocks.at(-1);
    if (brace === undefined) return undefined;
    return { kind: blockKind(tokens, brace, blocks.length), start: brace + 1 };
}

/** Whether the cursor stands after the `for` of an open call: a new name, items or numbers follow. */
function isInBinder(tokens: readonly Token[]): boolean {
    const binder = tokens.map(({ tokenType }) => tokenType.name).lastIndexOf('BINDER');
    let depth = 0;
    for (const { image } of tokens.slice(binder)) depth += image === '(' ? 1 : image === ')' ? -1 : 0;
    return binder >= 0 && depth >= 0;
}

function wordsAfterOperand({ name, index }: OpenCall): readonly string[] {
    return BINDING_CALLS.has(name) && index === (name === 'drops' ? 1 : 0) ? ['for'] : [];
}

function blockKind(tokens: readonly Token[], brace: number, depth: number): BlockKind {
    const keyword = tokens[0].image as 'runs' | 'schedule' | 'law' | 'fit' | 'compare' | 'budget' | 'plan';
    if (keyword !== 'law') return keyword;
    if (depth > 1) return 'preset';
    return tokens[brace - 1].image === '=' ? 'law-body' : 'law';
}

function lastEntry(tokens: readonly Token[]): readonly Token[] {
    let depth = 0;
    let start = 0;
    tokens.forEach((token, index) => {
        if (token.image === '(') depth++;
        else if (token.image === ')') depth--;
        else if (depth === 0 && beginsEntry(token, tokens[index - 1])) start = index;
    });
    return tokens.slice(start);
}

/** After `over m in`, `over k by model,` and `over k by model in`. */
function placeInChoice([first, , third, ...more]: readonly Token[], last: string): Place | undefined {
    if (first.image !== 'over') return undefined;
    if (third?.image === 'by' && last === 'in') return { kind: 'runs-name' };
    if (third?.image === 'by' && last === ',') return { kind: 'column-name' };
    return more.length === 0 && third !== undefined && last === 'in' ? { kind: 'choice-source' } : undefined;
}

/** Something must follow the last token: what, its word says; otherwise it is an operand of an expression. */
function placeOfOperand(entry: readonly Token[], block: BlockKind | undefined, call: OpenCall | undefined): Place {
    const last = entry.at(-1)!.image;
    if (last === '[') return NOTHING;
    if (last === '.') return placeAfterDot(entry.slice(0, -1));
    const where = block ?? `${entry[0].image} header`;
    const place = placeInChoice(entry, last) ?? PLACE_AFTER_WORD[`${where}: ${last}`] ?? PLACE_AFTER_WORD[last];
    if (place !== undefined) return place;
    if (block !== undefined) return { kind: 'expression', of: block, call };
    if (where === 'predict header') return { kind: 'expression', of: 'predict', call };
    const hasBody = where === 'law header' && entry.some(({ image }) => image === '=');
    return hasBody ? { kind: 'expression', of: 'law-header', call } : { kind: 'nothing' };
}

/** After the name of a law, or after a call of it that names a group. */
function placeAfterDot(before: readonly Token[]): Place {
    let depth = 0;
    for (const [index, token] of [...before.entries()].reverse()) {
        if (token.image === ')') depth++;
        if (token.image === '(') depth--;
        if (depth > 0 || token.image === '(') continue;
        return isWord(before[index]) ? { kind: 'parameter-of', law: token.image } : NOTHING;
    }
    return NOTHING;
}

const NOTHING: Place = { kind: 'nothing' };

/** After `against` and its label. */
const RIVAL: Place = { kind: 'expression', of: 'budget', call: undefined, words: ['minimize', 'maximize'] };

function isLabelOfRival(entry: readonly Token[]): boolean {
    return entry.length === 2 && entry[0].image === 'against' && entry[1].image.startsWith('"');
}

/** By the last word, with the statement or block it stands in where the word alone does not tell. */
const PLACE_AFTER_WORD: Readonly<Record<string, Place>> = {
    fit: { kind: 'law-name' },
    'fit header: to': { kind: 'runs-name' },
    'runs header: from': { kind: 'runs-name' },
    'runs header: ,': { kind: 'column-name' },
    compare: { kind: 'law-name' },
    'compare header: ,': { kind: 'law-name' },
    'compare header: on': { kind: 'runs-name' },
    predicting: { kind: 'column-name' },
    by: { kind: 'column-name' },
    'law header: =': { kind: 'law-form' },
    'law header: in': { kind: 'unit', ofColumn: false },
    'runs: in': { kind: 'unit', ofColumn: true },
    for: { kind: 'variable-name' },
    'budget: over': { kind: 'variable-name' },
    against: RIVAL,
    subject: { kind: 'after-operand', words: ['to'], afterNumber: false },
    objective: { kind: 'objective' },
    of: { kind: 'scale' },
    using: { kind: 'method' },
    along: { kind: 'column-name' },
    intervals: { kind: 'intervals' },
    solver: { kind: 'solver' },
    'plan: against': { kind: 'design' },
    'plan: batch': NOTHING,
    ...Object.fromEntries(['to', 'at', 'over', 'until'].map((word) => [`schedule: ${word}`, NOTHING])),
    ...Object.fromEntries(
        ['runs', 'schedule', 'law', 'budget', 'plan', 'from', 'with', 'let', 'preset', 'bootstrap', 'seed'].map(
            (word) => [word, NOTHING],
        ),
    ),
};

function afterOperand(words: readonly string[], last: Token): Place {
    return { kind: 'after-operand', words, afterNumber: /^[0-9]/.test(last.image) };
}

function wordsAfterHeader(tokens: readonly Token[]): readonly string[] {
    const given = new Set(tokens.map(({ image }) => image));
    switch (tokens[0].image) {
        case 'runs':
            return wordsAfterRuns(tokens);
        case 'fit':
            return given.has('to') ? ['predicting', 'by'].filter((word) => !given.has(word)) : ['to'];
        case 'compare':
            if (!given.has('on')) return ['on'];
            return given.has('predicting') ? [] : ['predicting'];
        case 'law':
            return given.has('=') && !given.has('with') ? ['with'] : [];
        default:
            return [];
    }
}

/** After the name of runs, then after the name of those that they are made from. */
function wordsAfterRuns(tokens: readonly Token[]): readonly string[] {
    if (tokens.length === 2) return ['from'];
    if (!isWord(tokens[3])) return [];
    return tokens.length === 4 ? ['by', 'for'] : ['for'];
}

/** After the shape, then after its rate. */
function wordsAfterStage(entry: readonly Token[], given: ReadonlySet<string>): readonly string[] {
    const extents = given.has('over') || given.has('until') ? [] : ['over', 'until'];
    if (entry.length > 1) return extents;
    return entry[0].image === 'constant' ? ['at', ...extents] : ['to'];
}

/** Blocks whose entries may be a name with what it lies in. */
const RANGED: ReadonlySet<BlockKind> = new Set<BlockKind>(['budget', 'plan']);

function wordsAfterEntry(block: BlockKind, entry: readonly Token[]): readonly string[] {
    const given = new Set(entry.map(({ image }) => image));
    const [{ image: first }] = entry;
    if (first === 'series') return given.has('by') ? [] : ['by'];
    if (block === 'runs') return first === 'where' || given.has('in') ? [] : ['in'];
    if (block === 'schedule') return wordsAfterStage(entry, given);
    if (block === 'law')
        return entry.length === 1 ? ['in', 'start'] : given.has('start') || first === 'preset' ? [] : ['start'];
    if (block === 'fit' || block === 'compare') return wordsAfterOption(entry, given);
    if (block === 'budget') return wordsAfterBudgetEntry(first, entry, given);
    return RANGED.has(block) && entry.length === 1 ? ['in'] : [];
}

function wordsAfterBudgetEntry(first: string, entry: readonly Token[], given: ReadonlySet<string>): readonly string[] {
    if (first === 'over' && entry.length === 2) return ['by', 'in'];
    if (entry.length === (first === 'for' ? 2 : 1) || (first === 'over' && given.has('by') && !given.has('in')))
        return ['in'];
    const isRange = first === 'over' && given.has('..');
    if (isRange && given.has('powers')) return given.has('of') ? [] : ['of'];
    return isRange && !given.has('integer') ? ['integer', 'powers of'] : [];
}

function wordsAfterOption(entry: readonly Token[], given: ReadonlySet<string>): readonly string[] {
    switch (entry[0].image) {
        case 'objective':
            return given.has('of') ? [] : ['of'];
        case 'bootstrap':
            return given.has('seed') ? [] : ['by', 'wild', 'seed'].filter((word) => !given.has(word));
        case 'using':
            return given.has('isoflop') ? ['akima', 'parabola'] : [];
        default:
            return entry.length === 1 ? ['by'] : [];
    }
}
