/** What the parser says, in the words of the language: what is missing or out of place, and after what. */
import type { IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider } from 'langium';
import { nearestName } from '../quantity/nearest.js';
import { entryNote, quotedWord, signNote } from './misplacedSigns.js';
import {
    STATEMENT_KEYWORDS,
    beginsWithKeyword,
    entryWords,
    isEntryKeyword,
    isStatementKeyword,
} from './tokens/blocks.js';

/** What the parser was about when it found no way on. */
export interface Expectation {
    readonly rule: string;
    /** The type of the one token that could follow; undefined where there were several ways on. */
    readonly token: string | undefined;
}

/**
 * Passes on what the parser expected. The words are found later, by `describe`: only then are the tokens around the
 * mistake known.
 */
export class ParserExpectations extends AbstractParserErrorMessageProvider {
    override buildMismatchTokenMessage(options: { expected: TokenType; ruleName: string }): string {
        return encode({ rule: plain(options.ruleName), token: options.expected.name });
    }

    override buildNotAllInputParsedMessage(): string {
        return encode({ rule: 'Specification', token: 'EOF' });
    }

    override buildNoViableAltMessage(options: { ruleName: string }): string {
        return encode({ rule: plain(options.ruleName), token: undefined });
    }

    override buildEarlyExitMessage(options: { ruleName: string }): string {
        return encode({ rule: plain(options.ruleName), token: undefined });
    }
}

function encode({ rule, token }: Expectation): string {
    return token === undefined ? rule : `${rule} ${token}`;
}

export function decodeExpectation(message: string): Expectation {
    const [rule, token] = message.split(' ');
    return { rule, token };
}

/** Langium marks its rule names with an invisible last character. */
function plain(ruleName: string): string {
    return ruleName.replace(/\u200B$/, '');
}

/** A sentence, and where it belongs: what is missing shows after the token before it. */
export interface Description {
    readonly message: string;
    readonly at: 'previous' | 'actual' | 'open brace';
}

/** `actual` is the token that could not follow `previous`; there is none before the first. `statement` is the keyword of theirs. */
export function describe(
    expectation: Expectation,
    actual: IToken,
    previous: IToken | undefined,
    statement: string,
): Description {
    const { rule, token } = expectation;
    const known = missingLaw(expectation, previous);
    if (known !== undefined) return known;
    const note = signNote(expectation, actual, previous, statement);
    if (note !== undefined) return { message: note, at: 'actual' };
    const isOpen = token === undefined || ['}', ')', '{', 'EOF'].includes(token);
    if (isOpen && previous !== undefined && isOperandAfter(actual, previous))
        return missingOperator(actual, previous, statement);
    if ((token === '}' && !LISTING.has(rule)) || rule.endsWith('Entry'))
        return inBlock(actual, rule.replace(/Entry$/, '').toLowerCase());
    if (token === 'EOF' || previous === undefined) return betweenStatements(actual);
    return wanted(expectedPhrase(expectation, previous, statement), actual, previous);
}

/** Rules whose braces hold a list. */
const LISTING: ReadonlySet<string> = new Set(['Binder', 'Candidates', 'Choice']);

/** A word that was taken for the name of the law that should stand before it. */
function missingLaw({ rule, token }: Expectation, previous: IToken | undefined): Description | undefined {
    if (rule === 'Fit' && previous?.image === 'to') {
        return { message: 'The name of a law is missing between `fit` and `to`.', at: 'previous' };
    }
    if (rule === 'Compare' && token === 'on' && previous?.image === 'on') {
        return { message: 'The name of a law is missing before `on`.', at: 'previous' };
    }
    return undefined;
}

/** By rule and token, or by rule alone. */
const EXPECTED: Readonly<Record<string, string>> = {
    Primary: 'a value',
    Unary: 'a value',
    Parameter: '`in` with bounds, `=` with a value, or `start` with a value',
    LawBody: '`return` with the formula',
    Bound: '`in lower .. upper`',
    Candidates: '`in` with values in braces, or with `lower .. upper`',
    'Candidates }': '`}` or a comma',
    Fit: '`to` with the name of runs',
    'Law =': '`=` with a formula',
    Law: 'a formula',
    'Let =': '`=` with a value',
    Column: '`=`, `in` or the next column',
    HoldoutOption: 'a condition',
    Item: 'a name or a number',
    'Binder }': '`}` or a comma',
    'Choice }': '`}` or a comma',
    'Choice of': '`of` with a number',
    'Choice in': '`in`',
    Choice: 'a list `{4, 8}`, whole numbers `1 .. 8 integer`, or the name of runs',
    Compare: '`on` with the name of runs',
    Runs: 'a file in quotes, or the name of other runs,',
    Stage: '`over` with a number of steps, or `until` with the last one,',
    'Series along': '`along` with the name of a column',
};

const EXPECTED_TOKENS: Readonly<Record<string, string>> = {
    '..': '`..` with the upper bound',
    STRING: 'a text in quotes',
    NUMBER: 'a number',
    ENTRY: 'the name of a parameter',
};

/** The name that is expected after each word. */
const NAME_AFTER: Readonly<Record<string, string>> = {
    runs: 'a name for the runs',
    law: 'a name for the law',
    fit: 'the name of a law',
    budget: 'a name for the budget',
    plan: 'a name for the plan',
    against: '`isoflop` or `rays`',
    schedule: 'a name for the schedule',
    to: 'the name of runs',
    predicting: 'the name of a column',
    by: 'the name of a column',
    for: 'a name for the value that varies',
    over: 'a name for what is chosen',
    in: 'a unit',
    along: 'the name of a column',
    on: 'the name of runs',
    compare: 'the name of a law',
    from: 'a file in quotes, or the name of other runs,',
    objective: '`squares`, `huber(…)`, `lad`, `asymmetric(…)` or `pinball(…)`',
    of: '`log`',
    using: '`isoflop` or `envelope`',
    intervals: '`bootstrap`, `profile` or `standard`',
    solver: 'the solver, `lm`,',
};

/** What the names between brackets and commas are, by the statement or entry that they stand in. */
const NAME_IN_LIST: Readonly<Record<string, string>> = {
    law: 'the name of an argument',
    fit: 'the name of a column',
    compare: 'the name of a law',
    plan: '`isoflop` or `rays`',
};

/** What follows the shape of a stage that goes to no rate. */
const AFTER_SHAPE: Readonly<Record<string, string>> = {
    constant: '`at` with a rate, or `over` or `until` with steps,',
};

function expectedPhrase(expectation: Expectation, previous: IToken, statement: string): string {
    const { rule } = expectation;
    if (rule === 'Name' || rule === 'UnitName') {
        const inList = previous.image === '(' || previous.image === ',' ? NAME_IN_LIST[statement] : undefined;
        return inList ?? NAME_AFTER[previous.image] ?? 'a name';
    }
    return rule === 'Stage' && isEntryKeyword(previous.tokenType.name)
        ? (AFTER_SHAPE[previous.image] ?? '`to` with the rate at its end')
        : tokenPhrase(expectation);
}

function tokenPhrase({ rule, token }: Expectation): string {
    const byBoth = token === undefined ? undefined : (EXPECTED[`${rule} ${token}`] ?? EXPECTED_TOKENS[token]);
    if (byBoth !== undefined) return byBoth;
    return token === ')' || token === '{' ? `\`${token}\`` : (EXPECTED[rule] ?? `\`${token ?? 'a name'}\``);
}

function wanted(what: string, actual: IToken, previous: IToken): Description {
    if (isNextThing(actual, previous)) {
        return {
            message: `${what[0].toUpperCase()}${what.slice(1)} is missing after \`${previous.image}\`.`,
            at: 'previous',
        };
    }
    return { message: `Expected ${what} after \`${previous.image}\`, but found \`${actual.image}\`.`, at: 'actual' };
}

/** Whether a token is in its place, so that something is missing before it. */
function isNextThing({ tokenType, image, startLine }: IToken, previous: IToken): boolean {
    const { name } = tokenType;
    if (name === 'EOF' || name === 'ENTRY' || isStatementKeyword(name) || beginsWithKeyword(name)) return true;
    return /^[{}\])]$/.test(image) || (startLine ?? 0) > (previous.endLine ?? Infinity);
}

/** Where an entry or the end of a block should stand. */
function inBlock(actual: IToken, statement: string): Description {
    const { tokenType, image } = actual;
    if (tokenType.name === 'EOF' || isStatementKeyword(tokenType.name)) {
        return { message: 'This block is never closed: a `}` is missing.', at: 'open brace' };
    }
    const keywords = entryWords(statement);
    const nearest = nearestName(image, keywords);
    const advice =
        nearest === undefined ? entryAdvice(image, statement, keywords) : `Did you mean ${quotedWord(nearest)}?`;
    return { message: `\`${image}\` does not begin an entry of this block. ${advice}`, at: 'actual' };
}

function entryAdvice(image: string, statement: string, keywords: readonly string[]): string {
    const isName = /^[A-Za-z_]/.test(image);
    if (isName && statement === 'law')
        return `Write \`${image} in lower .. upper\`, \`${image} = value\` or \`${image} start value\`.`;
    if (!isName && statement === 'runs')
        return 'A condition begins with `where`, a formula with the name of its column and `=`.';
    const shown = keywords.map(quotedWord);
    const others = {
        budget: `bounds such as \`${isName ? image : 'N'} in 1B .. 1T\``,
        fit: 'a constant such as `E by dataset`',
        plan: `candidates such as \`${isName ? image : 'N'} in {1B, 2B}\``,
    };
    const other = others[statement as keyof typeof others];
    return `Entries begin with ${[...shown, ...(other === undefined ? [] : [other])].join(', ')}.`;
}

const STATEMENT_LIST = STATEMENT_KEYWORDS.map((word) => `\`${word}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');

function betweenStatements({ image }: IToken): Description {
    if (image === '}') return { message: 'This `}` closes nothing: no block is open.', at: 'actual' };
    const nearest = nearestName(image, STATEMENT_KEYWORDS);
    const advice = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
    const message = `A statement begins with ${STATEMENT_LIST}, not with \`${image}\`.${advice}`;
    return { message, at: 'actual' };
}

/** Two values beside each other on one line. */
function isOperandAfter(actual: IToken, previous: IToken): boolean {
    const isOperand = ['ID', 'NUMBER', 'STRING'].includes(actual.tokenType.name) || actual.image === '(';
    const endsOperand = ['ID', 'NUMBER', ')'].includes(previous.tokenType.name);
    return isOperand && endsOperand && actual.startLine === previous.endLine;
}

function missingOperator(actual: IToken, previous: IToken, statement: string): Description {
    if (actual.image === 'for') {
        return {
            message:
                '`for` can follow the operand of `sum`, `product`, `solve` and `drops`, the source of runs, and begin the range of a budget.',
            at: 'actual',
        };
    }
    const message = `Something is missing between \`${previous.image}\` and \`${actual.image}\`, such as an operator or a comma.`;
    return { message: message + entryNote(actual, statement), at: 'actual' };
}
