/** The HTML document that a panel's script fills. */

export type PanelName = 'curves' | 'allocation';

export interface ShellParts {
    readonly name: PanelName;
    readonly title: string;
    /** Addresses that the webview may load. */
    readonly scriptUri: string;
    readonly styleUris: readonly string[];
    /** Where the webview's own resources come from: `webview.cspSource`. */
    readonly cspSource: string;
    /** Unguessable and new for each document; see `newNonce`. */
    readonly nonce: string;
}

export function shellHtml(parts: ShellParts): string {
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(contentSecurityPolicy(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${parts.styleUris.map((uri) => `<link rel="stylesheet" href="${escape(uri)}">`).join('\n')}
<title>${escape(parts.title)}</title>
</head>
<body>
<main id="panel" data-kind="${parts.name}"></main>
<script nonce="${escape(parts.nonce)}" src="${escape(parts.scriptUri)}"></script>
</body>
</html>
`;
}

/** 122 random bits as hexadecimal digits. */
export function newNonce(): string {
    return crypto.randomUUID().replaceAll('-', '');
}

/** Only our script runs; nothing is fetched but our style, fonts and the pictures that the panel draws. */
function contentSecurityPolicy({ cspSource, nonce }: ShellParts): string {
    return [
        "default-src 'none'",
        `style-src ${cspSource}`,
        `script-src 'nonce-${nonce}'`,
        `img-src ${cspSource} data: blob:`,
        `font-src ${cspSource}`,
    ].join('; ');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
    return text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}
