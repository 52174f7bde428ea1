/** Runs the checks: each on every node of its type that a syntax error leaves whole. */
import {
    AstUtils,
    type AstNode,
    type DiagnosticInfo,
    type ValidationAcceptor,
    type ValidationCheck,
    type ValidationChecks,
    type ValidationRegistry,
} from 'langium';
import { isSpecification, isStatement, type ScalingAstType } from '../generated/ast.js';
import { statementOf } from '../meaning.js';
import type { ScalingServices } from '../module.js';
import { spanOf } from '../spans.js';
import { Units } from '../units.js';
import type { Check, Place, Report, CheckContext } from './check.js';
import { CHECKS } from './table.js';

export function registerChecks(registry: ValidationRegistry, services: ScalingServices): void {
    const { Scope: scope } = services.names;
    const { Syntax: syntax } = services.syntax;
    let context: CheckContext = { scope, syntax, units: new Units(scope) };
    registry.registerBeforeDocument(() => {
        context = { scope, syntax, units: new Units(scope) };
    });
    const registered: Record<string, ValidationCheck[]> = {};
    for (const [type, checks] of Object.entries(CHECKS) as [string, readonly Check<AstNode>[]][]) {
        registered[type] = checks.map((check) => (node, accept) => {
            if (isWhole(node, context)) check(node, reportTo(accept), context);
        });
    }
    registry.register(registered as ValidationChecks<ScalingAstType>);
}

/**
 * Whether a node can be judged. A statement with a syntax error is judged only by its entries, those without an error of their
 * own, and not even they where the error is in its head, which they refer to.
 */
function isWhole(node: AstNode, { syntax }: CheckContext): boolean {
    const statement = statementOf(node);
    if (isSpecification(node) || statement === undefined || !syntax.isDamaged(statement)) return true;
    const entry = AstUtils.getContainerOfType(node, (each): each is AstNode => each.$container === statement);
    if (isStatement(node) || entry?.$containerProperty !== 'entries') return false;
    return !syntax.isHeadDamaged(statement) && !syntax.isDamaged(entry);
}

function reportTo(accept: ValidationAcceptor): Report {
    return (severity, code, message, place) => accept(severity, message, diagnosticInfo(code, place));
}

function diagnosticInfo<N extends AstNode>(code: string, place: Place<N>): DiagnosticInfo<N> {
    const { node, property, index } = place;
    if (property !== undefined) return { node, code, property, ...(index !== undefined && { index }) };
    const { start, end } = place.span ?? spanOf(node);
    const { textDocument } = AstUtils.getDocument(node);
    return { node, code, range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) } };
}
