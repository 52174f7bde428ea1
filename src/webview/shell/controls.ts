/** The panels' controls: the toolkit's elements, wired to plain functions. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { h } from './dom.js';

export interface Choice {
    readonly value: string;
    readonly label: string;
}

export interface Select {
    readonly element: HTMLElement;
    show(choices: readonly Choice[], value: string): void;
}

export function select(label: string, chosen: (value: string) => void): Select {
    const control = h('vscode-single-select');
    control.label = label;
    let shown = '';
    control.addEventListener('change', () => chosen(control.value));
    return {
        element: control,
        show(choices, value) {
            const now = JSON.stringify([choices, value]);
            // An open list must not be rebuilt under the pointer.
            if (now !== shown) {
                shown = now;
                control.options = choices.map((choice) => ({
                    ...choice,
                    description: '',
                    selected: false,
                    disabled: false,
                }));
                control.value = value;
                control.requestUpdate();
            }
        },
    };
}

export interface Toggle {
    readonly element: HTMLElement;
    show(checked: boolean, enabled?: boolean): void;
}

export function toggle(text: string, title: string, changed: (checked: boolean) => void): Toggle {
    const control = h('vscode-toolbar-button', { title }, text);
    control.toggleable = true;
    control.label = title;
    control.addEventListener('change', () => changed(control.checked));
    return {
        element: control,
        show(checked, enabled = true) {
            control.checked = checked;
            control.toggleAttribute('inert', !enabled);
        },
    };
}

export function toolButton(text: string, title: string, clicked: () => void): HTMLElement {
    const control = h('vscode-toolbar-button', { title }, text);
    control.label = title;
    control.addEventListener('click', clicked);
    return control;
}

export function button(text: string, clicked: () => void, secondary = false): HTMLElementTagNameMap['vscode-button'] {
    const control = h('vscode-button', {}, text);
    control.secondary = secondary;
    control.addEventListener('click', clicked);
    return control;
}

export interface LinkText {
    /** Its own among the panel's controls, so that the focus is found again. */
    readonly key: string;
    readonly text: string;
    readonly title: string;
}

/** A link-like button in a table that leads to a line in the editor, by its name. */
export function lineButton(line: string, title: string, clicked: () => void): HTMLElement {
    return linkButton({ key: `${title} ${line}`, text: line, title }, clicked);
}

/** A link-like button in a table. */
export function linkButton({ key, text, title }: LinkText, clicked: () => void): HTMLElement {
    const control = h('button', { class: 'link', type: 'button', title, 'data-key': key }, text);
    control.addEventListener('click', clicked);
    return control;
}

/** The same for what is chosen, and may be let go again. */
export function choiceButton(text: LinkText, isChosen: boolean, clicked: () => void): HTMLElement {
    const control = linkButton(text, clicked);
    control.setAttribute('aria-pressed', String(isChosen));
    return control;
}
