/** What kind of name a node declares. */
import type { AstNode } from 'langium';
import {
    isArgument,
    isBound,
    isBudget,
    isChoice,
    isCounts,
    isIntervalsOption,
    isLet,
    isMethodOption,
    isObjectiveOption,
    isSolverOption,
    isSweep,
} from './generated/ast.js';
import type { MeaningKind } from './meaning.js';

/** Of what declares its name in the statement or block around it; undefined for what names a parameter. */
export function kindOfDeclaration(node: AstNode): MeaningKind | undefined {
    if (isBound(node)) return 'variable';
    if (isSweep(node)) return 'swept';
    if (isChoice(node) || isCounts(node)) return 'choice';
    if (isLet(node)) return 'let';
    if (isArgument(node)) return 'argument';
    return isBudget(node) ? 'budget' : undefined;
}

/** Whether a node names an option of the language. */
export function isOption(node: AstNode): boolean {
    return isObjectiveOption(node) || isMethodOption(node) || isIntervalsOption(node) || isSolverOption(node);
}
