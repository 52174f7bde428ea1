/** The study's curves as the Curves panel takes them. */
import type { CurvesView, FigureView } from '../../protocol/curvesPanel.js';
import type { CurvesPicture } from '../../study/pictures/curvePictures.js';
import { comparisonView } from './comparisonView.js';
import { fitView } from './fitView.js';
import { documentName } from './plain.js';

export function curvesView(uri: string, pictures: readonly CurvesPicture[]): CurvesView {
    const figures = pictures.map((picture) => (picture.kind === 'fit' ? fitView(picture) : comparisonView(picture)));
    return { documentUri: uri, documentName: documentName(uri), figures: withOwnIds(figures) };
}

/** Statements of the same laws, runs and group are counted, so that each has an id of its own. */
function withOwnIds(figures: readonly FigureView[]): FigureView[] {
    const counts = new Map<string, number>();
    return figures.map((figure) => {
        const count = (counts.get(figure.id) ?? 0) + 1;
        counts.set(figure.id, count);
        return count === 1 ? figure : { ...figure, id: `${figure.id}/${count}` };
    });
}
