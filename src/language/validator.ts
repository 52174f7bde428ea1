/** Lexer and parser errors are reported by a check of our own (`checks/syntax.ts`), which leaves out what follows from another. */
import { DefaultDocumentValidator } from 'langium';

export class ScalingDocumentValidator extends DefaultDocumentValidator {
    protected override processLexingErrors(): void {}

    protected override processParsingErrors(): void {}
}
