/** The rules of docs/architecture.md, read from its own layer table, and which package belongs to which layer. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LONGEST_FILE = 400;

/** The first rule that fits a package decides. A package without a rule may be imported nowhere. */
const PACKAGE_RULES: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^node:/, ['server', 'cli', 'extension']],
    [/\/package\.json$/, ['cli']],
    [/^vscode$|^vscode-languageclient(\/|$)/, ['extension']],
    [/^vscode-languageserver|^langium\/lsp$/, ['server']],
    [/^langium\/node$/, ['server', 'cli']],
    [/^langium(\/|$)|^vscode-uri$|^chevrotain$/, ['language', 'study', 'server', 'cli']],
    [/^papaparse$/, ['data']],
    [/^ml-levenberg-marquardt$/, ['fit']],
    [/^chart\.js|^chartjs-|^svgcanvas$|^@vscode-elements\//, ['webview']],
];

describe('layers', () => {
    const layers = layerTable();
    const files = filesUnder('src').filter((file) => file.endsWith('.ts'));

    it('has a row in the table for every folder of src', () => {
        expect(readdirSync(join(ROOT, 'src')).filter((folder) => !layers.has(folder))).toEqual([]);
    });

    it('imports only downwards', () => {
        const wrong = relativeImports(files).filter(({ from, to }) => from !== to && !layers.get(from)?.includes(to));
        expect(
            wrong.map(({ file, name, from, to }) => `${file} imports ${name}: ${from} may not import ${to}`),
        ).toEqual([]);
    });

    it('keeps each package in its layer', () => {
        const wrong = packageImports(files).filter(({ from, name }) => !layersOf(name).includes(from));
        expect(
            wrong.map(
                ({ file, name }) => `${file} imports ${name}: allowed in ${layersOf(name).join(', ') || 'no layer'}`,
            ),
        ).toEqual([]);
    });
});

describe('files', () => {
    it(`has none over ${LONGEST_FILE} lines written by hand`, () => {
        const written = ['src', 'test', 'scripts']
            .flatMap(filesUnder)
            .filter((file) => !file.includes('/generated/') && /\.m?ts$|\.mjs$/.test(file));
        const long = written
            .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
            .filter(({ lines }) => lines > LONGEST_FILE);
        expect(long.map(({ file, lines }) => `${file} has ${lines} lines`)).toEqual([]);
    });
});

interface Import {
    readonly file: string;
    /** As written. */
    readonly name: string;
    readonly from: string;
}

/** Rows such as "| `src/fit` | estimators … | expression |": each layer with those it may import. */
function layerTable(): Map<string, string[]> {
    const rows = textOf('docs/architecture.md').matchAll(/^\| `src\/(\w+)` \|.*\| ([^|]+) \|$/gm);
    const table = new Map([...rows].map(([, layer, below]) => [layer!, below!.match(/\w+/g) ?? []]));
    if (table.size < 10) throw new Error('The layer table of docs/architecture.md cannot be read any more.');
    return table;
}

function relativeImports(files: readonly string[]): (Import & { to: string })[] {
    return importsOf(files)
        .filter(isOfSrc)
        .map((found) => ({ ...found, to: targetOf(found).split('/')[1]! }));
}

/** Imports of anything that is not our own source. */
function packageImports(files: readonly string[]): Import[] {
    return importsOf(files).filter((found) => !isOfSrc(found));
}

function isOfSrc(found: Import): boolean {
    return found.name.startsWith('.') && targetOf(found).startsWith('src/');
}

function targetOf({ file, name }: Import): string {
    return posix.join(posix.dirname(file), name);
}

function importsOf(files: readonly string[]): Import[] {
    return files.flatMap((file) =>
        ts
            .preProcessFile(textOf(file))
            .importedFiles.map(({ fileName }) => ({ file, name: fileName, from: file.split('/')[1]! })),
    );
}

function layersOf(name: string): readonly string[] {
    return PACKAGE_RULES.find(([pattern]) => pattern.test(name))?.[1] ?? [];
}

/** Paths from the project root, with `/`. */
function filesUnder(folder: string): string[] {
    const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
    return entries.flatMap((entry) => {
        const path = posix.join(folder, entry.name);
        return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

function textOf(file: string): string {
    return readFileSync(join(ROOT, file), 'utf8');
}
