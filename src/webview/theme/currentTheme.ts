/** The theme that VS Code shows this panel in. */
import { themeFrom, type Theme, type ThemeKind } from './theme.js';

/** VS Code names the theme's kind in a class of the body; `vscode-high-contrast` comes with the light one, too. */
const KINDS: readonly (readonly [className: string, kind: ThemeKind])[] = [
    ['vscode-high-contrast-light', 'high-contrast-light'],
    ['vscode-high-contrast', 'high-contrast'],
    ['vscode-light', 'light'],
];

export function currentTheme(): Theme {
    const style = getComputedStyle(document.documentElement);
    const found = KINDS.find(([className]) => document.body.classList.contains(className));
    return themeFrom(found?.[1] ?? 'dark', (name) => style.getPropertyValue(name));
}

/** Calls back whenever VS Code has switched the theme. */
export function onThemeChange(changed: () => void): void {
    const observer = new MutationObserver(changed);
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}
