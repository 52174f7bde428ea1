/** A spec as the formatter sees it: its tokens and comments in one sequence, and what the grammar says of them. */
import type { IToken } from 'chevrotain';
import { AstUtils, CstUtils, EmptyFileSystem, GrammarAST, type LeafCstNode } from 'langium';
import type { Specification } from '../generated/ast.js';
import { createScalingServices, type ScalingServices } from '../module.js';
import { TokenMap } from '../tokenMap.js';

/** What a sign or a bracket does, where it may do different things. */
export type Role =
    'opens a call' | 'is a sign' | 'is part of a unit' | 'is part of a name' | 'opens a list' | 'closes a list';

export interface Source {
    /** Tokens and comments in the order of the text. */
    readonly tokens: readonly IToken[];
    /** By the offset of the token. */
    readonly roles: ReadonlyMap<number, Role>;
    /** Whether a syntax error is in the statement around an offset, or before the first one. */
    readonly isBroken: (offset: number) => boolean;
}

let services: ScalingServices | undefined;

export function readSource(text: string): Source {
    services ??= createScalingServices(EmptyFileSystem).scaling;
    const result = services.parser.LangiumParser.parse<Specification>(text);
    const { tokens, hidden } = services.parser.Lexer.tokenize(text);
    const map = new TokenMap(tokens);
    const problems = services.syntax.Syntax.problems(result, text);
    const broken = new Set(
        problems.flatMap(({ blamed, start }) => [map.statementBegin(start), map.statementBegin(blamed)]),
    );
    return {
        tokens: [...tokens, ...hidden].sort((a, b) => a.startOffset - b.startOffset),
        roles: rolesOf(result.value),
        isBroken: (offset) => broken.has(map.statementBegin(offset)),
    };
}

export function isComment({ tokenType }: IToken): boolean {
    return tokenType.name === 'LINE_COMMENT' || tokenType.name === 'BLOCK_COMMENT';
}

function rolesOf(root: Specification): Map<number, Role> {
    const leaves = root.$cstNode === undefined ? [] : CstUtils.flattenCst(root.$cstNode);
    const roles = new Map<number, Role>();
    for (const leaf of leaves) {
        const role = /^[-/({}[\].]$/.test(leaf.text) ? roleOf(leaf) : undefined;
        if (role !== undefined) roles.set(leaf.offset, role);
    }
    return roles;
}

/** The rule of the grammar that the token belongs to tells. */
function roleOf(leaf: LeafCstNode): Role | undefined {
    switch (AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule)?.name) {
        case 'Reference':
            return REFERENCE_ROLES[leaf.text];
        case 'Binder':
        case 'Candidates':
        case 'Choice':
            return leaf.text === '{' ? 'opens a list' : leaf.text === '}' ? 'closes a list' : undefined;
        case 'Law':
        case 'ObjectiveOption':
        case 'MethodOption':
            return leaf.text === '(' ? 'opens a call' : undefined;
        case 'Unary':
        case 'ItemNumber':
            return 'is a sign';
        case 'UnitName':
            return 'is part of a unit';
        default:
            return undefined;
    }
}

/** Signs that follow the name, and what they make of it. */
const REFERENCE_ROLES: Readonly<Record<string, Role>> = {
    '(': 'opens a call',
    '[': 'is part of a name',
    ']': 'closes a list',
    '.': 'is part of a name',
};
