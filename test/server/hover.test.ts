import { describe, expect, it } from 'vitest';
import { hover } from './editor.js';
import { BOOTSTRAPPED, ISOFLOPS, POWER } from './fixtures.js';

const at = (text: string, place: string, offset = 1) => {
    const index = text.indexOf(place) + offset;
    return `${text.slice(0, index)}<|>${text.slice(index)}`;
};

describe('hover', () => {
    it('says what the law predicts for a row, and how far it is off', async () => {
        const text = await hover(at(POWER, '| 64 '));
        expect(text).toContain('**power** fitted to pilot — this row is fitted');
        expect(text).toMatch(/predicted loss \| 3\b/);
        expect(text).toMatch(/observed \| 3 \([+−]0(\.\d+)?(e-\d+)? %/);
    });

    it('says why a row is not used', async () => {
        const text = await hover(at(POWER, '| 400 '));
        expect(text).toContain('not used: left out by where N \\< 300');
    });

    it('says which budget a row belongs to, and what its minimum is', async () => {
        const used = await hover(at(ISOFLOPS, '| 1e20 '));
        expect(used).toContain('**n\\_opt** fitted to isoflops — this row belongs to the budget of 1e20 FLOP: used.');
        expect(used).toMatch(/\| N\\\* \| 7\d\d\.\dM \|/);
        expect(used).toMatch(/\| loss there \| 2\.7\d* \|/);
        const refused = await hover(at(ISOFLOPS, '| 1e21 '));
        expect(refused).toContain('belongs to the budget of 1e21 FLOP: not used. 2 sizes are too few');
        expect(refused).not.toContain('at the minimum');
    });

    it('describes a learning-rate schedule', async () => {
        const spec =
            '/// Warm-up, stable, decay.\nschedule wsd { warmup to 3e-4 over 2160 constant until 20000 sqrt to 3e-5 until 24000 }\npredict rate(wsd, 3)';
        const text = await hover(at(spec, '(wsd', 2));
        expect(text).toContain('  constant until 20000\n  sqrt to 3e-5 until 24000');
        expect(text).toContain('Warm-up, stable, decay.');
        expect(text).toContain('24,000 steps, at most 0.0003 (step 2,160), 3e-5 at the end.');
    });

    it('gives intervals where they are known', async () => {
        const text = await hover(at(BOOTSTRAPPED, '| 64 '));
        expect(text).toMatch(/predicted loss \| [\d.]+ \[[\d.]+, [\d.]+\]/);
    });

    it('gives tokens per parameter and compute of a row', async () => {
        const runs =
            'runs r {\n  | N | D | loss |\n  | 100M | 2B | 3.5 |\n  | 200M | 2B | 3.3 |\n  | 100M | 9B | 3.2 |\n  | 400M | 8B | 3 |\n}\n';
        const text = await hover(
            at(`${runs}law flat(N in params, D in tokens) = E + A / N^0.3 + B / D^0.3\nfit flat to r`, '| 100M | 2B'),
        );
        expect(text).toMatch(/D\/N \| 20 \|/);
        expect(text).toMatch(/compute \(6ND\) \| 1\.2e18 FLOP/);
    });

    it('shows a law with its formula, documentation and fit', async () => {
        const text = await hover(at(POWER, 'fit power', 5));
        expect(text).toContain('law power(N in params) = E + A / N^alpha');
        expect(text).toContain('A power law with an offset.');
        expect(text).toMatch(/Fitted to pilot \(5 rows\)/);
        expect(text).toMatch(/\| alpha \| 0\.5 \|/);
    });

    it('shows how sure a fit is, and how its optimum was found, at the word `fit` too', async () => {
        const text = await hover(at(BOOTSTRAPPED, 'fit power'));
        expect(text).toMatch(/\| alpha \| 0\.\d+ ± [\d.]+ \[[\d.]+, [\d.]+\] \|/);
        expect(text).toMatch(/\d+ of \d+ local searches agree; no /);
    });

    it('shows rows scored along a column, and those that pull hardest', async () => {
        const text = await hover(
            at(BOOTSTRAPPED.replace('bootstrap 50', 'holdout along N\n  influence\n  bootstrap 50'), 'fit power'),
        );
        expect(text).toContain('| fitted up to N | rows | rows above | error there |');
        expect(text).toMatch(/\| without \| Cook’s distance \|/);
    });

    it('shows a comparison as a table', async () => {
        const laws = 'law flat(N) = c / N^0\ncompare power, flat on pilot { objective squares bootstrap 0 }\n';
        const text = await hover(at(BOOTSTRAPPED + laws, 'compare'));
        expect(text).toContain('Laws compared on pilot');
        expect(text).toMatch(/\| power \| 3 \| .* \| best \|/);
        expect(text).toContain('- flat: Indistinguishable from power');
    });

    it('says where a new run would lie', async () => {
        expect(await hover(at(BOOTSTRAPPED, 'predict'))).toMatch(/A new run: \\?\[?[\d.]+/);
    });

    it('names the source and presets of a law of the library', async () => {
        const text = await hover('law s = chin<|>chilla');
        expect(text).toContain('Hoffmann et al. 2022');
        expect(text).toContain('[chinchilla.scaling](builtin:/chinchilla.scaling)');
        expect(text).toContain('“Hoffmann 2022”');
        const planned = await hover('law s<|> = chinchilla with "Hoffmann 2022"');
        expect(planned).toContain('Constants of “Hoffmann 2022”');
        expect(planned).toMatch(/\| E \| 1\.69337 \|/);
    });

    it('shows a parameter with its bounds and estimate', async () => {
        const text = await hover(at(POWER, 'alpha in'));
        expect(text).toContain('alpha in 0 .. 2');
        expect(text).toMatch(/power to pilot \| 0\.5 \|/);
    });

    it('answers predictions and budgets', async () => {
        expect(await hover(at(POWER, 'predict'))).toContain('**2.25**');
        const budget = await hover(at(POWER, 'cheapest'));
        expect(budget).toMatch(/\| N \| 64 \|/);
        expect(budget).toContain('Limited by `power(N) <= 3`.');
        expect(await hover(at(POWER, 'minimize N', 9))).toContain('Optimum: **64**');
    });

    it('says how other choices do', async () => {
        const text = POWER.replace('power(N) <= 3\n', 'power(N) <= 3\n  against "a | b" N == 128\n');
        const budget = await hover(at(text, 'cheapest'));
        expect(budget).toContain('1 % more of `power(N) <= 3` lowers `N` by 3.7 (5.7 %).');
        expect(budget).toMatch(/\| a \\\| b \| N 128 \| 128 \| 100 % worse \|/);
    });

    it('says how far a prediction lies outside the data', async () => {
        expect(await hover(at(POWER, 'predict'))).toContain('N is 4× above the fitted data');
    });

    it('explains functions, constants, units, options, columns and runs', async () => {
        expect(await hover('law f(x) = ex<|>p(x) * A')).toContain('The exponential');
        expect(await hover('law f(x) = p<|>i * A * x')).toContain('3.14159');
        expect(await hover('law f(x in tok<|>ens) = A * x')).toContain('tokens of data');
        expect(await hover(at(POWER, 'squares'))).toContain('Least squares');
        const column = await hover(at(POWER, 'where N', 6));
        expect(column).toContain('Column of `pilot`');
        expect(column).toContain('From 1 to 256.');
        const runs = await hover(at(POWER, 'to pilot', 4));
        expect(runs).toContain('Measured by hand.');
        expect(runs).toContain('6 rows, 5 usable');
    });

    it('is empty where there is nothing', async () => {
        expect(await hover(' <|> // nothing')).toBe('');
    });
});
