import { lawCatalogue } from '../../src/language/catalogue.js';
import { describe, expect, it } from 'vitest';
import { accept, complete } from './editor.js';

const RUNS = 'runs pilot {\n  | N | D | loss |\n  | 70M | 1.4B | 3.5 |\n}\n';
const CSV = { 'runs.csv': 'Model Size,loss,tokens\n1,2,3' };

describe('completion', () => {
    it('offers the stages of a schedule, and schedules where one is wanted', async () => {
        const shapes = ['constant', 'constant at', 'cosine', 'exponential', 'linear', 'sqrt', 'square', 'warmup'];
        expect(await complete('schedule s {\n  <|>\n}')).toEqual(shapes);
        expect(await complete('schedule s {\n  cosine <|>\n}')).toEqual(['to']);
        expect(await complete('schedule s {\n  constant <|>\n}')).toEqual(['at', 'over', 'until']);
        expect(await complete('schedule s {\n  cosine to 3e-5 <|>\n}')).toEqual(
            expect.arrayContaining(['over', 'until']),
        );
        const schedule = 'schedule wsd { constant at 1 over 9 }\n';
        expect(await complete(`${schedule}predict rate(<|>`)).toContain('wsd');
        expect(await complete(`${schedule}predict rate(wsd, <|>`)).not.toContain('wsd');
        expect(await complete(`${schedule}predict multi_power(step = 3, lr = <|>`)).toContain('wsd');
    });

    it('offers statements at the top level', async () => {
        expect(await complete('<|>')).toEqual([
            'budget',
            'compare',
            'fit',
            'law',
            'law with formula',
            'plan',
            'predict',
            'runs',
            'runs by group',
            'runs from',
            'schedule',
        ]);
        expect(await complete(`${RUNS}f<|>`)).toContain('fit');
        expect(await complete(`law a = chinchilla\n<|>\nlaw b = chinchilla`)).toContain('fit');
    });

    it('offers nothing where a new name is written, in comments and in tables', async () => {
        expect(await complete('law <|>')).toEqual([]);
        expect(await complete('runs <|>')).toEqual([]);
        expect(await complete('budget <|>')).toEqual([]);
        expect(await complete('// fit <|>')).toEqual([]);
        expect(await complete('/* fit <|>')).toEqual([]);
        expect(await complete('runs pilot {\n  | N | D |\n  | 7<|>')).toEqual([]);
    });

    it('offers laws after `law x =`, with their documentation', async () => {
        const labels = await complete('law mine(N) = 1\nlaw other = <|>');
        expect(labels.slice(0, 1)).toEqual(['mine']);
        expect(labels).toContain('chinchilla');
        expect(await accept('law other = chin<|>', 'chinchilla')).toBe('law other = chinchilla');
    });

    it('offers first the laws that the columns of some runs can be fitted to, then the others by groups', async () => {
        const runs = 'runs streams {\n  | N | P | loss |\n  | 1B | 2 | 2.1 |\n}\n';
        const labels = await complete(`${runs}law mine = <|>`);
        const names = new Set(lawCatalogue().map(({ name }) => name));
        const provided = labels.filter((label) => names.has(label));
        expect(provided).toHaveLength(names.size);
        expect(provided.slice(0, 2)).toEqual(['parscale', 'parscale_equivalent_size']);
        expect(provided.indexOf('chinchilla')).toBeLessThan(provided.indexOf('flops'));
    });

    it('knows the head and the entries of runs that are made from others', async () => {
        expect(await complete(`${RUNS}runs some from <|>`)).toEqual(['pilot']);
        expect(await complete(`${RUNS}runs some from pilot <|>`)).toEqual(['by', 'for']);
        expect(await complete(`${RUNS}runs some from pilot by <|>`)).toEqual(['D', 'N', 'loss']);
        expect(await complete(`${RUNS}runs some from pilot by N <|>`)).toEqual(['for']);
        const entry = `${RUNS}runs some from pilot {\n  C = 6 * N\n  series along step <|>`;
        expect(await complete(entry)).toEqual(['by']);
        const labels = await complete(`${RUNS}runs some from pilot {\n  C = 6 * N\n  y = <|>`);
        for (const label of ['N', 'loss', 'C', 'previous', 'median']) expect(labels).toContain(label);
        expect(await complete(`${RUNS}law f(N) = a * <|>`)).not.toContain('previous');
    });

    it('knows each word of a fit', async () => {
        expect(await complete(`${RUNS}law mine(N) = A * N\nfit <|>`)).toContain('mine');
        expect(await complete(`${RUNS}fit chinchilla <|>`)).toEqual(['to']);
        expect(await complete(`${RUNS}fit chinchilla to <|>`)).toEqual(['pilot']);
        expect(await complete(`${RUNS}fit chinchilla to pilot <|>`)).toEqual(['by', 'predicting']);
        expect(await complete(`${RUNS}fit chinchilla to pilot predicting <|>`)).toEqual(['D', 'N', 'loss']);
    });

    it('offers the options of a fit that are not given', async () => {
        const fit = `${RUNS}fit chinchilla to pilot {\n  bootstrap 100 seed 1\n  <|>\n}`;
        expect(await complete(fit)).toEqual([
            'errors',
            'holdout',
            'holdout along',
            'influence',
            'intervals',
            'objective',
            'solver',
            'using',
            'weights',
            'A by',
            'B by',
            'E by',
            'alpha by',
            'beta by',
        ]);
        expect(await complete(`${RUNS}fit chinchilla to pilot {\n  objective <|>\n}`)).toEqual([
            'asymmetric',
            'huber',
            'lad',
            'pinball',
            'squares',
        ]);
        expect(await complete(`${RUNS}fit chinchilla to pilot {\n  objective lad of <|>\n}`)).toEqual(['log']);
        expect(await complete(`${RUNS}fit chinchilla to pilot {\n  objective lad <|>\n}`)).toEqual(['of']);
        expect(await complete(`${RUNS}fit chinchilla to pilot {\n  solver <|>\n}`)).toEqual(['lm']);
        expect(await complete(`${RUNS}fit chinchilla to pilot {\n  bootstrap 100 <|>\n}`)).toContain('seed');
        expect((await complete(`${RUNS}fit chinchilla to pilot {\n  holdout <|>\n}`)).slice(0, 3)).toEqual([
            'D',
            'N',
            'loss',
        ]);
    });

    it('knows each word of the options of a fit', async () => {
        const option = (text: string) => complete(`${RUNS}fit chinchilla to pilot {\n  ${text}\n}`);
        expect(await option('using <|>')).toEqual(['envelope', 'isoflop']);
        expect(await option('using isoflop <|>')).toEqual(['akima', 'parabola']);
        expect(await option('intervals <|>')).toEqual(['bootstrap', 'profile', 'standard']);
        expect(await option('E <|>')).toEqual(['by']);
        expect(await option('E by <|>')).toEqual(['D', 'N', 'loss']);
        expect(await option('holdout along <|>')).toEqual(['D', 'N', 'loss']);
        expect((await option('weights <|>')).slice(0, 3)).toEqual(['D', 'N', 'loss']);
        expect(await option('bootstrap 100 by <|>')).toEqual(['D', 'N', 'loss']);
        expect(await option('bootstrap 100 by N <|>')).toEqual(['seed', 'wild']);
    });

    it('knows each word of a comparison', async () => {
        expect(await complete(`${RUNS}compare <|>`)).toContain('chinchilla');
        expect(await complete(`${RUNS}compare chinchilla <|>`)).toEqual(['on']);
        expect(await complete(`${RUNS}compare chinchilla, <|>`)).toContain('kaplan');
        expect(await complete(`${RUNS}compare chinchilla, kaplan on <|>`)).toEqual(['pilot']);
        expect(await complete(`${RUNS}compare chinchilla, kaplan on pilot <|>`)).toEqual(['predicting']);
        expect(await complete(`${RUNS}compare chinchilla, kaplan on pilot {\n  <|>\n}`)).toEqual([
            'bootstrap',
            'errors',
            'holdout',
            'objective',
            'weights',
        ]);
    });

    it('offers the groups of a fit where a law is called', async () => {
        const runs =
            'runs r {\n  | kind | x | y |\n  | a | 1 | 2 |\n  | a | 2 | 4 |\n  | b | 1 | 3 |\n  | b | 2 | 6 |\n}\n';
        const fit = 'law y(x) = c * x\nfit y to r { objective squares c by kind bootstrap 0 }\n';
        expect((await complete(`${runs}${fit}predict y(3, <|>)`))[0]).toBe('kind =');
        expect(await complete(`${runs}${fit}predict y(3, kind = "<|>")`, { studied: true })).toEqual(['a', 'b']);
    });

    it('offers the columns of the file in runs, and in quotes', async () => {
        const runs = 'runs r from "runs.csv" {\n  <|>\n}';
        expect(await complete(runs, { files: CSV })).toEqual(['Model Size', 'loss', 'series', 'tokens', 'where']);
        expect(await accept(runs, 'loss', { files: CSV })).toContain('  loss\n');
        expect(await accept(runs, 'Model Size', { files: CSV })).toContain('  ${1:name} = "Model Size"\n');
        const quoted = 'runs r from "runs.csv" {\n  N = "Mo<|>"\n}';
        expect(await complete(quoted, { files: CSV })).toEqual(['Model Size', 'loss', 'tokens']);
        expect(await accept(quoted, 'Model Size', { files: CSV })).toContain('  N = "Model Size"\n');
        expect(await complete('runs r from "runs.csv" {\n  N = "Mo<|>', { files: CSV })).toContain('Model Size');
    });

    it('does not offer columns that are named already', async () => {
        const runs = 'runs r from "runs.csv" {\n  loss\n  N = "Model Size"\n  <|>\n}';
        expect(await complete(runs, { files: CSV })).toEqual(['series', 'tokens', 'where']);
    });

    it('offers presets after `with`', async () => {
        expect(await complete('law s = chinchilla with "<|>"')).toContain('Hoffmann 2022');
        expect(await accept('law s = chinchilla with "Hof<|>"', 'Hoffmann 2022')).toBe(
            'law s = chinchilla with "Hoffmann 2022"',
        );
        expect(await complete('law s = chinchilla <|>')).toEqual(['with']);
    });

    it('offers functions, constants and the names of the law in its formula', async () => {
        const labels = await complete('law mine(N, D) = E + A / N^alpha + <|>');
        expect(labels).toEqual(expect.arrayContaining(['N', 'D', 'E', 'A', 'alpha', 'exp', 'pi', 'chinchilla']));
        expect(await accept('law mine(N) = A * ex<|>', 'exp')).toBe('law mine(N) = A * exp($1)');
    });

    it('offers the parameters of a law in its block, once each', async () => {
        const labels = await complete('law mine(N) = E + A / N^alpha {\n  E in 0 .. 1\n  <|>\n}');
        expect(labels).toEqual(['A', 'alpha', 'preset']);
        expect(await complete('law s = chinchilla {\n  <|>\n}')).toEqual(['A', 'B', 'E', 'alpha', 'beta', 'preset']);
        const inPreset = await complete(
            'law f(N, D) = E + N / D {\n  preset "p" {\n    E = 1\n    N in 1 .. 2\n    <|>\n  }\n}',
        );
        expect(inPreset).toEqual(['D in']);
        expect(await complete('law s = chinchilla {\n  alpha <|>\n}')).toEqual(['in', 'start']);
    });

    it('offers units after numbers', async () => {
        const labels = await complete('predict chinchilla(N = 70B <|>');
        expect(labels).toEqual(expect.arrayContaining(['tokens', 'params', 'FLOP']));
        expect(await complete('law f(N in <|>')).toContain('params');
    });

    it('offers named arguments in calls, those given left out', async () => {
        expect((await complete('predict chinchilla(<|>')).slice(0, 2)).toEqual(['D =', 'N =']);
        expect((await complete('predict chinchilla(N = 70B, <|>)'))[0]).toBe('D =');
        expect(await accept('predict chinchilla(N = 70B, <|>)', 'D =')).toBe('predict chinchilla(N = 70B, D = $0)');
        expect(await complete('predict chinchilla(N = 70B, <|>)')).not.toContain('N =');
    });

    it('knows what a budget lacks and names', async () => {
        const open = (entries: string) => complete(`budget next {\n  ${entries}\n}`);
        expect(await open('<|>')).toEqual([
            'against',
            'for',
            'let',
            'maximize',
            'minimize',
            'over',
            'over counts',
            'over integer',
            'over rows',
            'subject to',
        ]);
        expect((await open('minimize chinchilla(N, D)\n  <|>')).slice(0, 4)).toEqual(['D', 'N', 'against', 'for']);
        expect((await open('minimize chinchilla(N, D)\n  subject to 6 * <|>')).slice(0, 2)).toEqual(['D', 'N']);
        expect(await open('minimize chinchilla(N, D)\n  subject <|>')).toEqual(['to']);
        for (const rival of ['against <|>', 'against "label" <|>']) {
            const offered = await open(`minimize chinchilla(N, D)\n  ${rival}`);
            expect(offered).toEqual(expect.arrayContaining(['D', 'N', 'minimize', 'maximize', 'chinchilla']));
        }
        expect((await open('minimize chinchilla(N, D)\n  against "x" D == 20 * <|>')).slice(0, 2)).toEqual(['D', 'N']);
        expect(await open('minimize <|>')).toContain('chinchilla');
        expect(await accept('budget b {\n  minimize chin<|>\n}', 'chinchilla')).toContain(
            'minimize chinchilla(${1:N}, ${2:D})',
        );
    });

    it('knows what a budget chooses from', async () => {
        const open = (entries: string) => complete(`${RUNS}budget next {\n  ${entries}\n}`);
        expect(await open('minimize chinchilla(N, D) / bits\n  over <|>')).toEqual(expect.arrayContaining(['bits']));
        expect(await open('over k <|>')).toEqual(['by', 'in']);
        expect(await open('over k in <|>')).toEqual(['pilot']);
        expect(await open('over k in 1 .. 9 <|>')).toEqual(expect.arrayContaining(['integer', 'powers of']));
        expect(await open('minimize m.<|>\n  over m in pilot')).toEqual(expect.arrayContaining(['N', 'D', 'loss']));
    });

    it('knows whose samples a budget counts', async () => {
        const open = (entries: string) => complete(`${RUNS}budget next {\n  ${entries}\n}`);
        expect(await open('over k by N in <|>')).toEqual(['pilot']);
        const operand = await open('maximize solved(k, <|>)\n  over k by N in pilot');
        expect(operand).toEqual(expect.arrayContaining(['k', 'N', 'D', 'loss']));
        expect(await open('maximize <|>')).toEqual(expect.arrayContaining(['solved', 'spent']));
        expect(await complete('predict <|>')).not.toContain('solved');
    });

    it('offers the columns of texts of all runs after `over k by`, before one is said', async () => {
        const samples = 'runs samples from "samples.csv" {\n  price = 1\n}\n';
        const files = { 'samples.csv': 'problem,model,n,c\na,small,20,3' };
        const open = (entries: string, studied = true) =>
            complete(`${RUNS}${samples}budget next {\n  ${entries}\n}`, { files, studied });
        expect(await open('over k by <|>', false)).toEqual(expect.arrayContaining(['model', 'problem']));
        expect(await open('over k by <|>')).toEqual(expect.arrayContaining(['model', 'problem']));
        for (const column of ['N', 'loss', 'price']) expect(await open('over k by <|>')).not.toContain(column);
        expect(await open('over k by model, <|>')).toEqual(expect.arrayContaining(['model', 'problem']));
        expect(await open('over k by model <|>')).toEqual(['in']);
        expect(await open('over k by model in <|>')).toEqual(['pilot', 'samples']);
        expect(await open('over k by model, problem in <|>')).toEqual(['pilot', 'samples']);
        expect(await open('over k by <|> in samples')).toEqual(expect.arrayContaining(['model', 'problem']));
    });

    it('works in half-typed text before other statements', async () => {
        const labels = await complete(`${RUNS}fit chinchilla to <|>\n\nbudget next {\n  minimize chinchilla(N, D)\n}`);
        expect(labels).toEqual(['pilot']);
    });
});
