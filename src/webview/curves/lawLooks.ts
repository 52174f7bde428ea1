/** How each law of a comparison looks: a colour and a dash of its own, by its place in the statement. */
import type { ComparedLawView, ComparisonView } from '../../protocol/comparisonView.js';
import { baselineLook, categoryLook, type CategoryLook } from '../theme/categories.js';
import { withAlpha, type Theme } from '../theme/theme.js';

export interface LawLook extends CategoryLook {
    readonly width: number;
}

/** Of what another law is lit beside. */
const FADED = 0.35;
const LIT_WIDTH = 1.25;

/** In the order of the laws. @param lit the law to show before the others; null for none */
export function lawLooks({ laws }: ComparisonView, lit: string | null, theme: Theme): readonly LawLook[] {
    return laws.map(({ name, isNullModel }, index) => {
        const { colour, dash } = isNullModel ? baselineLook(theme) : categoryLook(index, theme);
        const width = theme.thin + (name === lit ? LIT_WIDTH : 0);
        return { colour: lit === null || name === lit ? colour : withAlpha(colour, FADED), dash, width };
    });
}

/** The law whose residuals are shown: the one that is lit, else the best. */
export function judgedLaw({ laws }: ComparisonView, lit: string | null): ComparedLawView {
    return laws.find(({ name }) => name === lit) ?? laws.find(({ place }) => place === 0) ?? laws[0];
}
