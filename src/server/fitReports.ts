/** Which fits of a report belong to a statement: they stand at the law's name of it; a grouped fit has one per group. */
import { GrammarUtils } from 'langium';
import type { Fit } from '../language/generated/ast.js';
import type { FitReport, StudyReport } from '../study/report.js';

export function fitsOf(statement: Fit, report: StudyReport): readonly FitReport[] {
    const start = GrammarUtils.findNodeForProperty(statement.$cstNode, 'law')?.range.start;
    return report.fits.filter(
        ({ range }) => range.start.line === start?.line && range.start.character === start.character,
    );
}
