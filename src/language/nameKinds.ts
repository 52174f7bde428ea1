/** The kinds of names, and which of them a node declares. */
import type { AstNode } from 'langium';
import {
    isArgument,
    isBound,
    isBudget,
    isCandidates,
    isChoice,
    isCounts,
    isLet,
    isPlan,
    isSweep,
    type ScalingAstType,
} from './generated/ast.js';
export type MeaningKind =
    | 'law'
    | 'runs'
    | 'schedule'
    | 'budget'
    | 'plan'
    | 'argument'
    | 'parameter'
    | 'let'
    | 'column'
    | 'preset'
    | 'variable'
    | 'swept'
    | 'choice'
    | 'bound'
    | 'function'
    | 'constant'
    | 'option'
    | 'unit';

/** Of what declares its name in the statement or block around it; undefined for what names a parameter. */
export function kindOfDeclaration(node: AstNode): MeaningKind | undefined {
    if (isBound(node) || isCandidates(node)) return 'variable';
    if (isSweep(node)) return 'swept';
    if (isChoice(node) || isCounts(node)) return 'choice';
    if (isLet(node)) return 'let';
    if (isArgument(node)) return 'argument';
    if (isPlan(node)) return 'plan';
    return isBudget(node) ? 'budget' : undefined;
}

/** Whether a node names an option of the language. */
export function isOption({ $type }: AstNode): boolean {
    return OPTIONS.has($type);
}

const OPTIONS: ReadonlySet<string> = new Set<keyof ScalingAstType>([
    'ObjectiveOption',
    'MethodOption',
    'IntervalsOption',
    'SolverOption',
    'KnownDesign',
]);
