import { Uri, type Webview, type WebviewOptions, type WebviewPanel } from 'vscode';
import { newNonce, shellHtml, type PanelName } from './shell.js';

/** A panel may run its script and read its own two folders, nothing else. */
export function webviewOptions(extensionUri: Uri): WebviewOptions {
    return { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri), mediaFolder(extensionUri)] };
}

/** Fills a new or restored panel with its page and gives its tab an icon. */
export function loadPage(panel: WebviewPanel, name: PanelName, title: string, extensionUri: Uri): void {
    const icon = (theme: string) => Uri.joinPath(mediaFolder(extensionUri), `${name}-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = webviewOptions(extensionUri);
    panel.webview.html = page(panel.webview, name, title, extensionUri);
}

function page(webview: Webview, name: PanelName, title: string, extensionUri: Uri): string {
    const address = (folder: Uri, file: string) => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
    return shellHtml({
        name,
        title,
        scriptUri: address(webviewFolder(extensionUri), `${name}.js`),
        styleUris: ['panel.css', `${name}.css`].map((file) => address(mediaFolder(extensionUri), file)),
        cspSource: webview.cspSource,
        nonce: newNonce(),
    });
}

function webviewFolder(extensionUri: Uri): Uri {
    return Uri.joinPath(extensionUri, 'dist', 'webview');
}

function mediaFolder(extensionUri: Uri): Uri {
    return Uri.joinPath(extensionUri, 'media');
}
