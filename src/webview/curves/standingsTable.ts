/** Which law describes the runs best: a row of scores for each, best first, and under it the verdict in words. */
import type { ComparedLawView, ComparisonView, ScoreView } from '../../protocol/comparisonView.js';
import { choiceButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { currentTheme } from '../theme/currentTheme.js';
import { lawLooks, type LawLook } from './lawLooks.js';
import { lineSample } from './lineSample.js';
import { criterionText, errorText, type ScoreText } from './scoreText.js';
import { counted } from './shown.js';

const ERROR_TITLES: Readonly<Record<ComparisonView['scoring'], string>> = {
    'held-out': 'Held-out error',
    'cross-validation': 'Cross-validated error',
    none: 'Error',
};
export function standingsTable(
    view: ComparisonView,
    lit: string | null,
    light: (law: string | null) => void,
): HTMLElement {
    const looks = lawLooks(view, null, currentTheme());
    const titles = [ERROR_TITLES[view.scoring], 'AICc', 'BIC'];
    const ranked = [...view.laws].sort((a, b) => a.place - b.place);
    return h(
        'table',
        { class: 'standings' },
        h('caption', { class: 'hidden' }, `Laws compared on ${view.runs}, best first`),
        h(
            'thead',
            {},
            h(
                'tr',
                {},
                h('th', { scope: 'col' }, 'Law'),
                ...titles.map((title) => h('th', { scope: 'col', class: 'number' }, title)),
            ),
        ),
        ...ranked.map((law) => standing(view, law, looks[view.laws.indexOf(law)], lit === law.name, light)),
    );
}

function standing(
    { measure }: ComparisonView,
    law: ComparedLawView,
    look: LawLook,
    isLit: boolean,
    light: (law: string | null) => void,
): HTMLElement {
    const { name, freeParameters, error, aicc, bic, verdict, words } = law;
    const button = choiceButton(
        { key: `law ${name}`, text: name, title: `Show ${name} before the others` },
        isLit,
        () => light(isLit ? null : name),
    );
    const numbers = h(
        'tr',
        {},
        h(
            'th',
            { scope: 'row' },
            lineSample(look),
            button,
            h('span', { class: 'difference' }, counted(freeParameters, 'parameter')),
        ),
        scoreCell(errorText(error, measure), error),
        scoreCell(criterionText(aicc), aicc),
        scoreCell(criterionText(bic), bic),
    );
    const said = h('tr', { class: 'said' }, h('td', { colspan: '4', class: verdict }, words));
    const body = h('tbody', { 'aria-current': isLit ? 'true' : undefined }, numbers, said);
    numbers.addEventListener('click', ({ target }) => target !== button && light(isLit ? null : name));
    return body;
}

/** The score, and under it the difference to the best. */
function scoreCell({ value, difference }: ScoreText, { reason }: ScoreView): HTMLElement {
    return h(
        'td',
        { class: 'number', title: reason ?? undefined },
        value,
        ...(difference === null ? [] : [h('span', { class: 'difference' }, difference)]),
    );
}
