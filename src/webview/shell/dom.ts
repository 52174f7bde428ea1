/** Builds elements. Attributes only: under the panel's content-security policy there are no inline styles or handlers. */

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with its attributes (those that are undefined are left out) and children; texts are escaped by the DOM. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Attributes = {},
    ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== undefined) {
            element.setAttribute(name, value);
        }
    }
    element.append(...children);
    return element;
}

/** Replaces what an element holds; the focus stays on the control with the same `data-key`. */
export function replaceKeepingFocus(element: HTMLElement, ...children: readonly (Node | string)[]): void {
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement && element.contains(focused) ? focused.dataset.key : undefined;
    element.replaceChildren(...children);
    if (key !== undefined) {
        const same = [...element.querySelectorAll<HTMLElement>('[data-key]')].find((node) => node.dataset.key === key);
        same?.focus({ preventScroll: true });
    }
}
