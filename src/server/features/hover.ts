/** What is known about the thing under the cursor: a row's prediction, a law's fit, a question's answer, a name's meaning. */
import { AstUtils, CstUtils, type AstNode, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import { MarkupKind, type Position, type Range } from 'vscode-languageserver';
import {
    isBudget,
    isCompare,
    isComparedLaw,
    isFit,
    isInlineTable,
    isLaw,
    isPlan,
    isPredict,
} from '../../language/generated/ast.js';
import type { ScalingSymbol } from '../../language/symbols.js';
import type { StudyReport } from '../../study/report.js';
import { budgetHover, predictionHover } from '../hover/answerHover.js';
import { fitsOf } from '../fitReports.js';
import { comparisonHover } from '../hover/comparisonHover.js';
import { fitHover } from '../hover/fitHover.js';
import { lawHover, parameterHover } from '../hover/lawHover.js';
import { planHover } from '../hover/planHover.js';
import { nameHover } from '../hover/nameHover.js';
import { rowHover } from '../hover/rowHover.js';
import { rangeOfSite, specificationOf, symbolAtPosition, type FeatureContext } from './context.js';

const OUTDATED = '*Being computed again: some of this may be from before the last edit.*';

export function createHoverProvider(context: FeatureContext): HoverProvider {
    return {
        getHoverContent(document, { position }) {
            const results = context.results.of(document);
            const report = results?.report;
            const leaf = leafAt(document, position);
            const symbol = symbolAtPosition(context, document, position);
            const answer = leaf && answerAt(context, document, leaf, position, report);
            const meaning = symbol && symbolHover(context, symbol, report);
            const value = [answer, meaning].filter((part) => part !== undefined && part !== '').join('\n\n---\n\n');
            if (value === '') return undefined;
            const note = results !== undefined && !results.isCurrent ? `\n\n${OUTDATED}` : '';
            return {
                contents: { kind: MarkupKind.Markdown, value: value + note },
                ...(symbol === undefined ? {} : { range: rangeOfSite(symbol.site) }),
            };
        },
    };
}

/** The word or sign at the position. */
function leafAt(document: LangiumDocument, position: Position): LeafCstNode | undefined {
    const root = specificationOf(document)?.$cstNode;
    return root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(position));
}

function answerAt(
    { language }: FeatureContext,
    document: LangiumDocument,
    { astNode: node, offset }: LeafCstNode,
    position: Position,
    report: StudyReport | undefined,
): string | undefined {
    if (report === undefined) return undefined;
    if (isInlineTable(node)) return rowHover(document, node, position.line, report, language.names.Scope);
    const predict = AstUtils.getContainerOfType(node, isPredict);
    if (predict !== undefined) {
        const found = report.predictions.find(({ range }) => isWithin(range, predict.$cstNode?.range));
        return found && predictionHover(found);
    }
    if (isFit(node) && offset === node.$cstNode?.offset) return fitsOf(node, report).map(fitHover).join('\n\n');
    if (isCompare(node) || isComparedLaw(node)) {
        const comparison = AstUtils.getContainerOfType(node, isCompare)?.$cstNode?.range;
        const found = report.comparisons.find(({ range }) => isWithin(range, comparison));
        return found && comparisonHover(found);
    }
    return blockAnswer(node, report);
}

/** Inside a budget or plan each name speaks for itself; the answer stands at its name. */
function blockAnswer(node: AstNode, { budgets, plans }: StudyReport): string | undefined {
    const isOf = ({ range }: { readonly range: Range }) => isWithin(range, node.$cstNode?.range);
    const budget = isBudget(node) ? budgets.find(isOf) : undefined;
    const plan = isPlan(node) ? plans.find(isOf) : undefined;
    return budget === undefined ? plan && planHover(plan) : budgetHover(budget);
}

function symbolHover(
    { language }: FeatureContext,
    symbol: ScalingSymbol,
    report: StudyReport | undefined,
): string | undefined {
    const scope = language.names.Scope;
    const { kind, owner } = symbol;
    if (kind === 'law' && isLaw(owner)) return lawHover(owner, report, scope);
    if (kind === 'parameter' && isLaw(owner)) return parameterHover(symbol, owner, report, scope);
    return nameHover(symbol, report, scope);
}

function isWithin(inner: Range, outer: Range | undefined): boolean {
    return outer !== undefined && compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(a: Position, b: Position): number {
    return a.line - b.line || a.character - b.character;
}
