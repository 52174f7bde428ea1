/** What names mean, where they are declared, and where they occur. `<|>` is the cursor; `«…»` are the places expected. */
import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';
import type { Specification } from '../../src/language/generated/ast.js';
import { namesIn } from '../../src/language/names.js';
import { meaningOf } from '../../src/language/meaning.js';
import { declarations, occurrences, symbolAt } from '../../src/language/symbols.js';
import { buildSpecs, specServices } from '../support/specs.js';
import { CORPUS } from './corpus.js';

/** The kind of the symbol at the cursor, its declarations as `line:column`, and its occurrences marked in the text. */
async function symbol(marked: string, siblings: Readonly<Record<string, string>> = {}) {
    const services = await specServices();
    const offset = marked.indexOf('<|>');
    const text = marked.replace('<|>', '');
    const documents = await buildSpecs(services, { 'spec.scaling': text, ...siblings });
    const scope = services.names.Scope;
    const root = documents[0].parseResult.value;
    const found = symbolAt(root, offset, scope);
    if (found === undefined) return undefined;
    const everywhere = occurrences(
        found,
        documents.map(({ parseResult }) => parseResult.value),
        scope,
    );
    return {
        kind: found.kind,
        declared: declarations(found, scope).map(({ node, start }) => {
            const { textDocument, uri } = AstUtils.getDocument(node);
            const { line, character } = textDocument.positionAt(start);
            return `${uri.path.split('/').at(-1)}:${line + 1}:${character + 1}`;
        }),
        marked: documents.map((document) => {
            const sites = everywhere.filter(({ node }) => AstUtils.getDocument(node) === document);
            return sites
                .sort((a, b) => b.start - a.start)
                .reduce(
                    (line, { start, end }) => `${line.slice(0, start)}«${line.slice(start, end)}»${line.slice(end)}`,
                    document.textDocument.getText(),
                );
        }),
    };
}

describe('in fits and comparisons', () => {
    const runs = 'runs r { | kind | x | y | }\n';

    test('a parameter is named by its ties and by the fits that give it a value for each group', async () => {
        expect(await symbol(`${runs}law f(x) = a + b<|> * x {\n  a = 2 * b\n}\nfit f to r { b by kind }\n`)).toEqual({
            kind: 'parameter',
            declared: ['spec.scaling:2:16'],
            marked: [`${runs}law f(x) = a + «b» * x {\n  a = 2 * «b»\n}\nfit f to r { «b» by kind }\n`],
        });
    });

    test('a column is named by options, and by calls that choose a group', async () => {
        const text = (kind: string) =>
            `runs r { | ${kind} | x | y | }\nlaw f(x) = a * x\nfit f to r { a by ${kind} bootstrap 40 by ${kind} holdout along x weights ${kind} }\npredict f(1, ${kind} = "c4")\n`;
        const found = await symbol(text('kind').replace('| kind', '| ki<|>nd'));
        expect([found?.kind, found?.marked]).toEqual(['column', [text('«kind»')]]);
    });

    test('a law is named by comparisons', async () => {
        const text = (f: string) => `${runs}law ${f}(x) = a * x\nlaw g = ${f}\ncompare g, ${f} on r predicting y\n`;
        expect((await symbol(text('f').replace(', f', ', <|>f')))?.marked).toEqual([text('«f»')]);
    });
});

describe('in laws', () => {
    test('a parameter is declared where it first occurs', async () => {
        const text =
            'law f(N) = E + A / N^al<|>pha {\n  alpha in 0 .. 1\n  preset "p" { alpha = 1 E = 1 A = 1 }\n}\nlaw g = f {\n  alpha = 0.3\n}\nlaw h(N) = alpha * N\n';
        expect(await symbol(text)).toEqual({
            kind: 'parameter',
            declared: ['spec.scaling:1:22'],
            marked: [
                'law f(N) = E + A / N^«alpha» {\n  «alpha» in 0 .. 1\n  preset "p" { «alpha» = 1 E = 1 A = 1 }\n}\nlaw g = f {\n  «alpha» = 0.3\n}\nlaw h(N) = alpha * N\n',
            ],
        });
    });

    test('an argument is named by the operands of calls, in other files too', async () => {
        expect(
            await symbol('law f(N<|>, D) = E + N + D\nlaw g = f\n', { 'b.scaling': 'predict g(N = 1, D = 2)\n' }),
        ).toEqual({
            kind: 'argument',
            declared: ['spec.scaling:1:7'],
            marked: ['law f(«N», D) = E + «N» + D\nlaw g = f\n', 'predict g(«N» = 1, D = 2)\n'],
        });
    });

    test('a let', async () => {
        expect(await symbol('law f(x) = { let y = x return <|>y * y }\n')).toMatchObject({
            kind: 'let',
            declared: ['spec.scaling:1:18'],
            marked: ['law f(x) = { let «y» = x return «y» * «y» }\n'],
        });
    });

    test('a law of the library is declared there', async () => {
        const found = await symbol('law surface = chinch<|>illa with "Hoffmann 2022"\n');
        expect(found).toMatchObject({ kind: 'law', marked: ['law surface = «chinchilla» with "Hoffmann 2022"\n'] });
        expect(found?.declared).toEqual([expect.stringMatching(/^chinchilla\.scaling:\d+:5$/)]);
    });

    test('a preset of the library', async () => {
        const found = await symbol('law surface = chinchilla with "Hoff<|>mann 2022"\n');
        expect(found).toMatchObject({ kind: 'preset', marked: ['law surface = chinchilla with "«Hoffmann 2022»"\n'] });
        expect(found?.declared).toEqual([expect.stringMatching(/^chinchilla\.scaling:/)]);
    });
});

describe('in runs, fits and budgets', () => {
    test('a column of a file, a table and a fit', async () => {
        const text =
            'runs r {\n  | N | C (FLOP) | loss |\n  | 1 | 2 | 3 |\n  D = <|>C / N\n  where C > 1\n}\nfit chinchilla to r {\n  holdout C > 3\n}\n';
        expect(await symbol(text)).toMatchObject({
            kind: 'column',
            declared: ['spec.scaling:2:9'],
            marked: [
                'runs r {\n  | N | «C» (FLOP) | loss |\n  | 1 | 2 | 3 |\n  D = «C» / N\n  where «C» > 1\n}\nfit chinchilla to r {\n  holdout «C» > 3\n}\n',
            ],
        });
    });

    test('a column of runs that others have their rows from', async () => {
        const head = 'runs all from "a.csv" { «N» = "x" }\nruns some from all { M = 2 * «N»  where «N» > 1 }\n';
        const tail =
            'runs g from some by «N» { m = min(loss by «N»)  loss = mean(loss) }\nlaw f(N) = a * N\nfit f to g by «N»\n';
        const text = (head + tail).replaceAll(/[«»]/g, '');
        expect(await symbol(text.replace('where N', 'where N<|>'))).toEqual({
            kind: 'column',
            declared: ['spec.scaling:1:25'],
            marked: [head + tail],
        });
    });

    test('a column of the result, where rows become one', async () => {
        const text =
            'runs all { | g | loss | }\nruns g from all by g for k<|> in {1, 2} { loss = mean(loss * k)  y = loss / k }\n';
        expect(await symbol(text)).toEqual({
            kind: 'column',
            declared: ['spec.scaling:2:26'],
            marked: [
                'runs all { | g | loss | }\nruns g from all by g for «k» in {1, 2} { loss = mean(loss * «k»)  y = loss / «k» }\n',
            ],
        });
        expect((await symbol(text.replace('k<|>', 'k').replace('y = loss', 'y = loss<|>')))?.marked).toEqual([
            'runs all { | g | loss | }\nruns g from all by g for k in {1, 2} { «loss» = mean(loss * k)  y = «loss» / k }\n',
        ]);
        expect((await symbol(text.replace('k<|>', 'k').replace('mean(loss', 'mean(loss<|>')))?.marked).toEqual([
            'runs all { | g | «loss» | }\nruns g from all by g for k in {1, 2} { loss = mean(«loss» * k)  y = loss / k }\n',
        ]);
    });

    test('runs that others are made from', async () => {
        expect(await symbol('runs all<|> from "a.csv"\nruns some from all\n')).toMatchObject({
            kind: 'runs',
            declared: ['spec.scaling:1:6'],
            marked: ['runs «all» from "a.csv"\nruns some from «all»\n'],
        });
    });

    test('runs', async () => {
        expect(await symbol('runs pilot from "a.csv"\nfit chinchilla to pil<|>ot\n')).toMatchObject({
            kind: 'runs',
            marked: ['runs «pilot» from "a.csv"\nfit chinchilla to «pilot»\n'],
        });
    });

    test('a decision variable is declared by its bounds, else where it first occurs', async () => {
        const text =
            'budget b {\n  minimize chinchilla(<|>N, D)\n  subject to N * D <= C\n  for C in 1 .. 2\n  N in 1 .. 3\n}\nbudget c { minimize chinchilla(N, D) }\n';
        expect(await symbol(text)).toMatchObject({
            kind: 'variable',
            declared: ['spec.scaling:5:3'],
            marked: [
                'budget b {\n  minimize chinchilla(«N», D)\n  subject to «N» * D <= C\n  for C in 1 .. 2\n  «N» in 1 .. 3\n}\nbudget c { minimize chinchilla(N, D) }\n',
            ],
        });
        expect((await symbol(text.replace('<|>', '').replace('N * D', 'N * <|>D')))?.declared).toEqual([
            'spec.scaling:2:26',
        ]);
        expect((await symbol(text.replace('<|>', '').replace('<= C', '<= <|>C')))?.kind).toBe('swept');
    });

    test('a decision variable in what the answer is compared with', async () => {
        const text =
            'budget b {\n  minimize chinchilla(N, D)\n  against "N" D == 20 * N<|>\n  against minimize flops(N, D)\n}\n';
        expect((await symbol(text))?.marked).toEqual([
            'budget b {\n  minimize chinchilla(«N», D)\n  against "N" D == 20 * «N»\n  against minimize flops(«N», D)\n}\n',
        ]);
    });

    test('what the language provides has no declaration', async () => {
        expect(await symbol('predict e<|>xp(1)\n')).toMatchObject({ kind: 'function', declared: [] });
        expect(await symbol('predict <|>pi\n')).toMatchObject({ kind: 'constant', declared: [] });
        expect(await symbol('law f(x in tok<|>ens) = x\n')).toMatchObject({ kind: 'unit', declared: [] });
    });

    test('nothing where no name is, or an unknown one', async () => {
        expect(await symbol('predict 1 <|>+ 2\n')).toBeUndefined();
        expect(await symbol('predict unk<|>nown(2)\n')).toBeUndefined();
    });
});

test('every name of a whole spec means something, and is found at both of its ends', async () => {
    const services = await specServices();
    const texts = Object.fromEntries(CORPUS.slice(0, 2).map(({ name, text }) => [`${name}.scaling`, text]));
    const scope = services.names.Scope;
    for (const document of await buildSpecs(services, texts)) {
        const root: Specification = document.parseResult.value;
        for (const site of namesIn(root)) {
            expect(meaningOf(site, scope), `${site.name} at ${site.start}`).toBeDefined();
            for (const offset of [site.start, site.end]) {
                expect(symbolAt(root, offset, scope)?.site, `${site.name} at ${offset}`).toMatchObject({
                    name: site.name,
                    start: site.start,
                });
            }
        }
    }
});
