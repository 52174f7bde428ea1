/** What a check is: it looks at one node and reports what is wrong with it. */
import type { AstNode, Properties } from 'langium';
import type { Scope } from '../scope.js';
import type { Span } from '../spans.js';
import type { Syntax } from '../syntax.js';
import type { Units } from '../units.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface Place<N extends AstNode> {
    readonly node: N;
    /** The part of the node that is wrong; the whole of it without. */
    readonly property?: Properties<N>;
    readonly index?: number;
    /** Instead of the node's own place. */
    readonly span?: Span;
}

/** `code` is stable: documentation, quick fixes and tests refer to it. */
export type Report = <N extends AstNode>(severity: Severity, code: string, message: string, place: Place<N>) => void;

export interface CheckContext {
    readonly scope: Scope;
    readonly syntax: Syntax;
    readonly units: Units;
}

export type Check<N extends AstNode> = (node: N, report: Report, context: CheckContext) => void;
