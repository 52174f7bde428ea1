/** Places that only constants can stand in, and the one in which other parameters may. */
import { AstUtils, type AstNode } from 'langium';
import { isStep } from './binding.js';
import {
    Binder,
    Bound,
    Candidates,
    Choice,
    ObjectiveOption,
    Parameter,
    PresetRange,
    PresetValue,
    Stage,
    Sweep,
    isBinder,
    isParameter,
} from './generated/ast.js';

/** Bounds, pins, starts, presets, ranges, limits and settings are constants: no name but that of a constant means anything there. */
const CONSTANT_HOLDERS: ReadonlySet<string> = new Set([
    Binder.$type,
    Bound.$type,
    Candidates.$type,
    Choice.$type,
    ObjectiveOption.$type,
    Parameter.$type,
    PresetRange.$type,
    PresetValue.$type,
    Stage.$type,
    Sweep.$type,
]);

export function isConstantPlace(node: AstNode): boolean {
    return tieOf(node) === undefined && AstUtils.hasContainerOfType(node, holdsConstants);
}

/** The limits of steps may be any numbers. */
function holdsConstants(node: AstNode): boolean {
    return CONSTANT_HOLDERS.has(node.$type) && !(isBinder(node) && isStep(node));
}

/** The entry `beta = …` that a node is part of the right side of: other parameters have a name there. */
export function tieOf(node: AstNode): Parameter | undefined {
    const parent = node.$container;
    if (isParameter(parent)) return node.$containerProperty === 'value' ? parent : undefined;
    return parent === undefined ? undefined : tieOf(parent);
}
