/** Themes with the tokens that tests look for. */
import { themeFrom, type Theme, type ThemeKind } from '../../../src/webview/theme/theme.js';

const DARK = { background: '#1f1f1f', foreground: '#cccccc' };
const LIGHT = { background: '#ffffff', foreground: '#3b3b3b' };

export function testTheme(kind: ThemeKind = 'dark'): Theme {
    const base = kind === 'dark' || kind === 'high-contrast' ? DARK : LIGHT;
    const tokens: Readonly<Record<string, string>> = {
        '--vscode-editor-background': base.background,
        '--vscode-editor-foreground': base.foreground,
        '--vscode-charts-blue': '#59a4f9',
        '--vscode-font-size': '13px',
    };
    return themeFrom(kind, (name) => tokens[name] ?? '');
}
