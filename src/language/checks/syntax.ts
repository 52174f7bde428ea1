import { AstUtils } from 'langium';
import type { Specification } from '../generated/ast.js';
import type { Check } from './check.js';

export const checkSyntax: Check<Specification> = (root, report, { syntax }) => {
    const { parseResult, textDocument } = AstUtils.getDocument(root);
    for (const problem of syntax.problems(parseResult, textDocument.getText())) {
        report('error', 'syntax', problem.message, { node: root, span: problem });
    }
};
