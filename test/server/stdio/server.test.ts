/** The language server over stdio, from its real bundles, as a client sees it. No test measures time: only the order of answers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { InlayHint, WorkspaceEdit } from 'vscode-languageserver/node.js';
import type { AllocationView } from '../../../src/protocol/allocationPanel.js';
import type { CurvesView } from '../../../src/protocol/curvesPanel.js';
import type { FitView } from '../../../src/protocol/fitView.js';
import type { FitOutcome, StudyProgress, WriteLimitResult } from '../../../src/protocol/requests.js';
import { POWER } from '../fixtures.js';
import { bundlePrograms } from '../../support/bundlePrograms.js';
import { startClient, type Client, type ClientEvent, type ClientOptions } from './client.js';

const ALL = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

let bundle: string;
let folder: string;
let client: Client;

beforeAll(async () => {
    bundle = await bundlePrograms({ server: 'src/server/main.ts', worker: 'src/server/worker.ts' });
});

afterAll(() => rm(bundle, { recursive: true }));

afterEach(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
});

async function start(files: Readonly<Record<string, string>> = {}, options?: ClientOptions): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), 'scaling-specs-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    client = await startClient(bundle, folder, options);
}

async function openSpec(text: string, name = 'spec.scaling'): Promise<string> {
    const uri = client.uriOf(name);
    await client.open(uri, text);
    return uri;
}

const inUri = (type: ClientEvent['type'], uri: string) => (event: ClientEvent) =>
    event.type === type && event.uri === uri;
const isWorking = (uri: string) => (event: ClientEvent) =>
    inUri('progress', uri)(event) && (event.detail as StudyProgress).activity !== null;

/** Rows whose law takes a while to bootstrap ten thousand times. */
function longStudy(replicates: number): string {
    const rows = Array.from({ length: 200 }, (_, row) => {
        const N = 1e8 * 1.02 ** row;
        const D = 1e9 * (1 + ((row * 7) % 31));
        return `  | ${N.toExponential(4)} | ${D.toExponential(4)} | ${(1.8 + 400 / N ** 0.34 + 500 / D ** 0.28 + 0.01 * Math.sin(row)).toFixed(5)} |`;
    });
    return `runs r {\n  | N | D | loss |\n${rows.join('\n')}\n}\n\nfit chinchilla to r {\n  bootstrap ${replicates} seed 1\n}\n\n`;
}

describe('diagnostics', () => {
    it('come from the language at once and from the study later, each once', async () => {
        await start();
        const uri = await openSpec('runs r from "missing.csv"\nfit nothing to r\n');
        const first = await client.waitFor(inUri('diagnostics', uri));
        expect(messages(first)).toEqual([expect.stringContaining('nothing')]);
        await client.changed(uri);
        const all = (client.diagnostics.get(uri) ?? []).map(({ message }) => message);
        expect(all.filter((message) => message.includes('nothing'))).toHaveLength(1);
        expect(all.filter((message) => message.includes('missing.csv'))).toHaveLength(1);
    });

    it('are published once, though the study and another spec of the folder bring a new check', async () => {
        await start();
        const uri = await openSpec(POWER);
        await client.changed(uri);
        const since = client.events.length;
        await openSpec('law line(x) = a + b * x\n', 'other.scaling');
        await client.changed(uri, since);
        expect(client.events.filter(inUri('diagnostics', uri)).map(messages)).toEqual([[]]);
    });

    it('follow the edits', async () => {
        await start();
        const uri = await openSpec('law f(x) = A * x\npredict g(x = 1)\n');
        await client.waitFor((event) => inUri('diagnostics', uri)(event) && messages(event).length > 0);
        const since = client.events.length;
        await client.change(uri, 'law f(x) = A * x {\n  A = 2\n}\npredict f(x = 1)\n');
        await client.changed(uri, since);
        expect(client.diagnostics.get(uri)).toEqual([]);
    });

    it('are there for unsaved documents too, and never for the library', async () => {
        await start();
        const uri = 'untitled:Untitled-1';
        await client.open(uri, POWER);
        await client.changed(uri);
        expect(client.diagnostics.get(uri)).toEqual([]);
        const library = 'builtin:///chinchilla.scaling';
        await client.open(library, 'fit x');
        await client.complete(uri, { line: 0, character: 0 });
        expect([...client.diagnostics.keys()].filter((each) => each.startsWith('builtin'))).toEqual([]);
    });
});

describe('long work', () => {
    it('does not keep a completion waiting, shows progress, and can be cancelled', async () => {
        await start();
        const text = longStudy(10_000);
        const uri = await openSpec(text);
        await client.waitFor(isWorking(uri));
        await client.waitFor(({ type, detail }) => type === 'work' && (detail as { kind: string }).kind === 'begin');
        const items = await client.complete(uri, { line: text.split('\n').length - 1, character: 0 });
        expect(items.map(({ label }) => label)).toContain('fit');
        expect(client.events.some(inUri('changed', uri))).toBe(false);

        const outcome = client.connection.sendRequest<FitOutcome>('scaling/fit', { uri });
        await client.connection.sendNotification('scaling/cancel', { uri });
        expect(await outcome).toEqual({ status: 'cancelled', message: expect.any(String) });
        await client.waitFor(
            (event) => inUri('progress', uri)(event) && (event.detail as StudyProgress).activity === null,
        );
        await client.waitFor(({ type, detail }) => type === 'work' && (detail as { kind: string }).kind === 'end');
        expect(client.events.some(inUri('changed', uri))).toBe(false);
    });

    it('is given up for a newer text', async () => {
        await start();
        const uri = await openSpec(longStudy(10_000));
        await client.waitFor(isWorking(uri));
        await client.change(uri, POWER);
        await client.changed(uri);
        const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
            textDocument: { uri },
            range: ALL,
        });
        expect(hints.length).toBeGreaterThan(0);
    });

    it('answers other documents meanwhile', async () => {
        await start();
        const long = await openSpec(longStudy(10_000), 'long.scaling');
        await client.waitFor(isWorking(long));
        const short = 'untitled:Untitled-1';
        await client.open(short, POWER);
        await client.changed(short);
        expect(client.events.some(inUri('changed', long))).toBe(false);
        await client.connection.sendNotification('scaling/cancel', { uri: long });
    });

    it('answers a completion while a file of a million rows is read', async () => {
        const rows = Array.from({ length: 1_000_000 }, (_, row) => `${1 + row},${(2 + 1 / (1 + row)).toFixed(6)}`);
        await start({ 'runs.csv': `N,loss\n${rows.join('\n')}\n` });
        const uri = await openSpec('runs r from "runs.csv" {\n  N\n  loss\n  \n}\n');
        await client.waitFor(inUri('diagnostics', uri));
        const items = await client.complete(uri, { line: 3, character: 2 });
        expect(items.map(({ label }) => label)).toContain('where');
        expect(client.events.some(inUri('changed', uri))).toBe(false);
        await client.changed(uri);
    });
});

describe('files', () => {
    const SPEC = 'runs r from "runs.csv"\nlaw line(x) = a + b * x\nfit line to r predicting y { objective squares }\n';
    const csv = (slope: number) => `x,y\n${[1, 2, 3, 4, 5].map((x) => `${x},${1 + slope * x}`).join('\n')}\n`;

    it('are read again when the editor says that they changed', async () => {
        await start({ 'runs.csv': csv(2) });
        const uri = await openSpec(SPEC);
        expect((await fit(uri)).message).toContain('b 2');
        await writeFile(join(folder, 'runs.csv'), csv(3));
        const since = client.events.length;
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: [{ uri: client.uriOf('runs.csv'), type: 2 }],
        });
        await client.changed(uri, since);
        expect((await fit(uri)).message).toContain('b 3');
    });

    it('are watched by the server where the editor does not', async () => {
        await start({ 'runs.csv': csv(2) }, { watchesFiles: false });
        const uri = await openSpec(SPEC);
        await client.changed(uri);
        const since = client.events.length;
        await writeFile(join(folder, 'runs.csv'), `${csv(3)}6,19\n`);
        await client.changed(uri, since);
        expect((await fit(uri)).message).toContain('b 3');
    });

    it('are offered with their columns', async () => {
        await start({ 'runs.csv': csv(2) });
        const uri = await openSpec('runs r from ""\n');
        expect((await client.complete(uri, { line: 0, character: 13 })).map(({ label }) => label)).toEqual([
            'runs.csv',
        ]);
        await client.change(uri, 'runs r from "runs.csv"\nfit x to r predicting \n');
        await client.changed(uri);
        const items = await client.complete(uri, { line: 1, character: 22 });
        expect(items.map(({ label }) => label)).toEqual(['x', 'y']);
    });

    it('share names, which are renamed in all of them', async () => {
        await start({ 'laws.scaling': 'law shared(x) = A * x {\n  A = 3\n}\n' });
        const uri = await openSpec('predict shared(x = 2)\n');
        const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
            textDocument: { uri },
            position: { line: 0, character: 9 },
            newName: 'ours',
        });
        expect(Object.keys(edit.changes ?? {}).sort()).toEqual([client.uriOf('laws.scaling'), uri].sort());
        await expect(
            client.connection.sendRequest('textDocument/rename', {
                textDocument: { uri },
                position: { line: 0, character: 9 },
                newName: '3x',
            }),
        ).rejects.toThrow(/is not a name/);
    });

    it('of the folder are seen by a spec outside the workspace', async () => {
        await start();
        const other = await mkdtemp(join(tmpdir(), 'scaling-other-'));
        await writeFile(join(other, 'laws.scaling'), 'law elsewhere(x) = A * x {\n  A = 3\n}\n');
        const uri = pathToFileURL(join(other, 'spec.scaling')).toString();
        await writeFile(join(other, 'spec.scaling'), '');
        await client.open(uri, 'predict elsewhere(x = 2)\n');
        await client.waitFor((event) => event.type === 'changed' && client.diagnostics.get(uri)?.length === 0);
        await rm(other, { recursive: true });
    });
});

describe('custom requests', () => {
    const BUDGET = `${POWER}\nbudget split {\n  maximize a * b^2\n  subject to a + b <= 3K\n}\n`;

    it('fit, draw curves and allocations, and write limits', async () => {
        await start();
        const uri = await openSpec(BUDGET);
        expect(await fit(uri)).toEqual({ status: 'fitted', message: 'power: E 2, A 8, alpha 0.5 (5 rows)' });

        const curves = await client.connection.sendRequest<CurvesView>('scaling/curves', { uri });
        expect(curves.documentName).toBe('spec.scaling');
        const [drawn] = curves.figures.filter(({ kind }) => kind === 'fit') as FitView[];
        expect(drawn.points.state).toEqual([...Array(5).fill('fitted'), 'excluded']);
        expect(drawn.axes[0].key).toBe('N');

        const allocation = await client.connection.sendRequest<AllocationView>('scaling/allocation', { uri });
        const [a, b] = allocation.budgets[1].variables;
        expect(a.estimate).toBeCloseTo(1000, 2);
        expect(b.estimate).toBeCloseTo(2000, 2);
        expect(allocation.budgets[1].limit).toMatchObject({ text: 'a + b', written: 3000, shown: 3000 });

        const trial = { budget: 'split', limit: 6000 };
        const tried = await client.connection.sendRequest<AllocationView>('scaling/allocation', { uri, trial });
        expect(tried.budgets[1].variables[0].estimate).toBeCloseTo(2000, 2);
        expect(tried.budgets[1].limit).toMatchObject({ written: 3000, shown: 6000 });

        const edit = await client.connection.sendRequest<WriteLimitResult>('scaling/writeLimit', { uri, ...trial });
        const line = BUDGET.split('\n')[edit.start.line];
        expect(line.slice(edit.start.character, edit.end.character)).toBe('3K');
        expect(edit.newText).toBe('6000');
    });

    it('say what keeps a fit from being made', async () => {
        await start();
        const uri = await openSpec('law f(x) = A * x\n');
        expect((await fit(uri)).status).toBe('nothing-to-fit');
        await client.change(uri, 'fit chinchila to r\n');
        const outcome = await fit(uri);
        expect(outcome.status).toBe('errors');
        expect(outcome.message).toContain('in line 1');
    });

    it('give the text of the library and a first spec', async () => {
        await start({ 'runs.csv': 'params,tokens,loss\n1e8,2e9,3.5\n2e8,2e9,3.3\n' });
        expect(
            await client.connection.sendRequest('scaling/libraryText', { uri: 'builtin:///chinchilla.scaling' }),
        ).toContain('law chinchilla');
        expect(
            await client.connection.sendRequest('scaling/libraryText', { uri: 'builtin:///none.scaling' }),
        ).toBeNull();
        expect(await client.connection.sendRequest('scaling/newSpec', { csvUri: client.uriOf('runs.csv') })).toContain(
            'from "runs.csv"',
        );
        await expect(
            client.connection.sendRequest('scaling/newSpec', { csvUri: client.uriOf('none.csv') }),
        ).rejects.toThrow('no such file');
    });
});

function fit(uri: string): Promise<FitOutcome> {
    return client.connection.sendRequest<FitOutcome>('scaling/fit', { uri });
}

function messages({ detail }: ClientEvent): string[] {
    return (detail as { message: string }[]).map(({ message }) => message);
}
