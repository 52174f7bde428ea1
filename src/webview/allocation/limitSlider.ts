/** Moves a budget's limit, live; and puts what is shown into the spec. */
import type { BudgetView, LimitView } from '../../protocol/allocationPanel.js';
import { formatQuantity } from '../../quantity/print.js';
import { button } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { withUnit } from '../shell/numberText.js';
import { LIMIT_STEPS, limitAt, positionOf } from './limitScale.js';

export interface LimitSlider {
    readonly element: HTMLElement;
    show(budget: BudgetView): void;
}

export interface LimitHandlers {
    tryLimit(budget: string, limit: number): void;
    writeLimit(budget: string, limit: number): void;
}

/** Answers follow the slider at most this often, in milliseconds. */
const THROTTLE = 80;
/** For so long after the last move, answers to earlier moves do not pull the thumb back. */
const SETTLE = 600;

export function limitSlider(handlers: LimitHandlers): LimitSlider {
    const input = h('input', { type: 'range', min: '0', max: String(LIMIT_STEPS), step: '1', id: 'limit' });
    const name = h('code');
    const value = h('output', { for: 'limit', class: 'value' });
    const write = button('Write to spec', () => shown && handlers.writeLimit(shown.name, chosen));
    const element = h(
        'section',
        { class: 'limit', 'aria-label': 'Limit' },
        h('label', { for: 'limit' }, 'Limit of ', name),
        input,
        value,
        write,
    );
    let shown: { readonly name: string; readonly limit: LimitView } | undefined;
    let chosen = 0;
    let movedAt = -Infinity;
    const send = throttled(() => shown && handlers.tryLimit(shown.name, chosen), THROTTLE);

    const showChosen = (limit: LimitView): void => {
        const text = withUnit(formatQuantity(chosen), limit.unit);
        value.textContent = text;
        input.setAttribute('aria-valuetext', text);
        write.disabled = chosen === limit.written;
    };
    input.addEventListener('input', () => {
        if (shown) {
            movedAt = performance.now();
            chosen = limitAt(Number(input.value), shown.limit);
            showChosen(shown.limit);
            send();
        }
    });
    return {
        element,
        show({ name: budget, limit }) {
            element.hidden = limit === null;
            const isMoving = shown?.name === budget && performance.now() - movedAt < SETTLE;
            shown = limit ? { name: budget, limit } : undefined;
            if (!limit) {
                return;
            }
            if (!isMoving) {
                chosen = limit.shown;
                input.value = String(positionOf(chosen, limit));
            }
            name.textContent = limit.text;
            showChosen(limit);
        },
    };
}

/** Calls at once, then not again before `interval` has passed; the last call is never lost. */
function throttled(call: () => void, interval: number): () => void {
    let waiting: number | undefined;
    let isDue = false;
    const run = (): void => {
        isDue = false;
        call();
        waiting = window.setTimeout(() => {
            waiting = undefined;
            if (isDue) {
                run();
            }
        }, interval);
    };
    return () => {
        isDue = true;
        if (waiting === undefined) {
            run();
        }
    };
}
