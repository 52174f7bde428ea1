import { expect, test } from 'vitest';
import { newNonce, shellHtml, type ShellParts } from '../../src/extension/panels/shell.js';

const PARTS: ShellParts = {
    name: 'curves',
    title: 'Curves',
    scriptUri: 'https://resource/dist/webview/curves.js',
    styleUris: ['https://resource/media/panel.css', 'https://resource/media/curves.css'],
    cspSource: 'https://*.resource',
    nonce: 'abc123',
};

/** Directives of the page's policy by name. */
function policyOf(html: string): Record<string, string> {
    const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const directives = content.split('; ').map((directive) => directive.split(/ (.*)/));
    return Object.fromEntries(directives.map(([name, value]) => [name, value]));
}

test('lets nothing run or load but what is ours', () => {
    expect(policyOf(shellHtml(PARTS))).toEqual({
        'default-src': "'none'",
        'style-src': 'https://*.resource',
        'script-src': "'nonce-abc123'",
        'img-src': 'https://*.resource data: blob:',
        'font-src': 'https://*.resource',
    });
});

test('has one script, which carries the nonce, and no inline style', () => {
    const html = shellHtml(PARTS);
    expect(html.match(/<script[^>]*>[^<]*/g)).toEqual([`<script nonce="abc123" src="${PARTS.scriptUri}">`]);
    expect(html).not.toMatch(/<style|style=/);
});

test('loads the styles in their order', () => {
    const hrefs = [...shellHtml(PARTS).matchAll(/<link rel="stylesheet" href="([^"]*)">/g)].map(([, href]) => href);
    expect(hrefs).toEqual(PARTS.styleUris);
});

test('tells the script which panel it fills', () => {
    expect(shellHtml({ ...PARTS, name: 'allocation' })).toContain('<main id="panel" data-kind="allocation"></main>');
});

test('keeps addresses and titles from ending the markup', () => {
    const html = shellHtml({ ...PARTS, title: '<b>"x"&', scriptUri: 'https://resource/"><script>' });
    expect(html).toContain('<title>&lt;b&gt;&quot;x&quot;&amp;</title>');
    expect(html.match(/<script/g)).toHaveLength(1);
});

test('a nonce is long, plain and never the same', () => {
    const nonces = Array.from({ length: 100 }, newNonce);
    expect(new Set(nonces).size).toBe(100);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
});
