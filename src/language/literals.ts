/** The values of literals: texts have no escapes, so that a backslash in a file name is a backslash. */
import { DefaultValueConverter, type CstNode, type GrammarAST } from 'langium';

export class LiteralConverter extends DefaultValueConverter {
    protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode) {
        return rule.name === 'STRING' ? textOf(input) : super.runConverter(rule, input, cstNode);
    }
}

/** What stands between the quotes; the closing one may be missing. */
export function textOf(literal: string): string {
    return literal.slice(1, isClosed(literal) ? -1 : undefined);
}

export function isClosed(literal: string): boolean {
    return literal.length > 1 && literal.endsWith('"');
}
