/** The actions above a statement: *Fit law*, which says the result once there is one, *Show curves*, *Show allocation*. */
import { GrammarUtils, type AstNode } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens } from 'vscode-languageserver';
import {
    isBudget,
    isCompare,
    isFit,
    isLaw,
    isPlan,
    type Compare,
    type Fit,
    type Specification,
} from '../../language/generated/ast.js';
import type { StudyReport } from '../../study/report.js';
import { fitHeadline } from '../answers.js';
import { fitsOf } from '../fitReports.js';
import { isLibraryUri } from '../../language/library.js';
import { specificationOf, type FeatureContext } from './context.js';

export function createCodeLensProvider(context: FeatureContext): CodeLensProvider {
    return {
        provideCodeLens(document) {
            const root = specificationOf(document);
            if (root === undefined || isLibraryUri(document.uri)) return [];
            const report = context.results.of(document)?.report;
            return lensesOf(root, document.uri.toString(), report);
        },
    };
}

function lensesOf(root: Specification, uri: string, report: StudyReport | undefined): CodeLens[] {
    const fitted = new Set(root.statements.filter(isFit).map(({ law }) => law));
    const lens = (node: AstNode, title: string, command: string): CodeLens[] =>
        node.$cstNode === undefined
            ? []
            : [
                  {
                      range: node.$cstNode.range,
                      command: { title, command, arguments: [uri, node.$cstNode.range.start.line] },
                  },
              ];
    return root.statements.flatMap((statement) => {
        if (isFit(statement)) {
            return [
                ...lens(statement, fitTitle(statement, report), 'scaling.fitLaw'),
                ...lens(statement, 'Show curves', 'scaling.showCurves'),
            ];
        }
        if (isLaw(statement) && fitted.has(statement.name)) {
            return [
                ...lens(statement, 'Fit law', 'scaling.fitLaw'),
                ...lens(statement, 'Show curves', 'scaling.showCurves'),
            ];
        }
        if (isCompare(statement)) return lens(statement, comparisonTitle(statement, report), 'scaling.showCurves');
        return isBudget(statement) || isPlan(statement)
            ? lens(statement, 'Show allocation', 'scaling.showAllocation')
            : [];
    });
}

function comparisonTitle(statement: Compare, report: StudyReport | undefined): string {
    const place = GrammarUtils.findNodeForProperty(statement.$cstNode, 'laws')?.range.start;
    const found = report?.comparisons.find(
        ({ range }) => range.start.line === place?.line && range.start.character === place.character,
    );
    const best = found?.laws.find(({ verdict }) => verdict === 'best');
    return best === undefined ? 'Compare' : `Compare: ${best.name} is best`;
}

function fitTitle(statement: Fit, report: StudyReport | undefined): string {
    const fits = report === undefined ? [] : fitsOf(statement, report);
    if (fits.length === 0) return 'Fit law';
    if (fits.length > 1) return `Fit law: ${fits.length} groups`;
    return fits[0].parameters.length === 0 ? `Fit law: ${fits[0].stopped.message}` : `Fit law: ${fitHeadline(fits[0])}`;
}
