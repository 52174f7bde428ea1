/** The contract of docs/command-line.md, against the real process. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCli, type Cli } from './runCli.js';

const LINE = `runs line {
  | x | y   |
  | 1 | 3.1 |
  | 2 | 4.9 |
  | 3 | 7.0 |
  | 4 | 9.1 |
  | 5 |     |
}
law y(x) = a + b * x { a in 0 .. 10 }
fit y to line { bootstrap 40 seed 1 }
predict y(10)
predict nothing_known
budget cheapest {
  minimize y(x)
  subject to x >= 2
}
budget range {
  minimize y(x)
  subject to x >= least
  for least in 1 .. 10
}
`;

let cli: Cli;
beforeAll(async () => {
    cli = await bundleCli();
    await cli.write('line.scaling', LINE);
});
afterAll(() => cli.remove());

describe('scaling check', () => {
    it('prints one line for each problem and fails when one is an error', async () => {
        const { code, stdout, stderr } = await cli.run('check', 'line.scaling');
        expect([code, stderr]).toEqual([1, '']);
        const lines = stdout.trimEnd().split('\n');
        expect(lines[0]).toMatch(/^line\.scaling:\d+:\d+: (error|warning|information|hint): .+ \[[a-z-]+\]$/);
        expect(stdout).toMatch(/^line\.scaling:12:9: error: .*nothing_known/m);
    });

    it('takes several files and is content with files that have no errors', async () => {
        await cli.write('two.scaling', 'predict flops(1B, 20B)\n');
        const { code, stdout } = await cli.run('check', 'two.scaling', './two.scaling');
        expect([code, stdout]).toEqual([0, '']);
    });

    it('prints JSON', async () => {
        const { code, stdout } = await cli.run('check', '--json', 'line.scaling', 'two.scaling');
        expect(code).toBe(1);
        const [first, second] = JSON.parse(stdout);
        expect(second).toEqual({ file: 'two.scaling', diagnostics: [] });
        expect(first.file).toBe('line.scaling');
        expect(first.diagnostics).toContainEqual({
            severity: 'error',
            code: expect.any(String),
            message: expect.stringContaining('nothing_known'),
            line: 12,
            column: 9,
        });
    });

    it('sees the other specs of the folder', async () => {
        await cli.write('laws.scaling', 'law shared_law(x) = 2 * x\n');
        await cli.write('user.scaling', 'predict shared_law(21)\n');
        expect((await cli.run('check', 'user.scaling')).code).toBe(0);
        expect((await cli.run('fit', 'user.scaling')).stdout).toContain('42');
    });
});

describe('scaling fit --json', () => {
    it('has the keys of the contract, in document order', async () => {
        const { code, stdout, stderr } = await cli.run('fit', 'line.scaling', '--json');
        expect([code, stderr]).toEqual([1, '']);
        const report = JSON.parse(stdout);
        expect(Object.keys(report)).toEqual([
            'file',
            'diagnostics',
            'fits',
            'comparisons',
            'predictions',
            'budgets',
            'plans',
        ]);
        expect(report.file).toBe('line.scaling');
        expect(Object.keys(report.diagnostics[0])).toEqual(['severity', 'code', 'message', 'line', 'column']);

        const [fit] = report.fits;
        expect(Object.keys(fit)).toEqual([
            'law',
            'runs',
            'group',
            'rows',
            'objective',
            'parameters',
            'stopped',
            'search',
            'holdout',
            'rolling',
            'influence',
            'reduction',
        ]);
        expect(Object.keys(fit.search)).toEqual(['candidates', 'starts', 'reachedBest', 'optima', 'rivals']);
        expect(fit).toMatchObject({ law: 'y', runs: 'line', group: null, rows: 4, stopped: 'converged' });
        expect(Object.keys(fit.parameters)).toEqual(['a', 'b']);
        expect(fit.parameters.b).toEqual({
            estimate: expect.closeTo(2, 1),
            interval: [expect.any(Number), expect.any(Number)],
            status: 'estimated',
            standardError: expect.any(Number),
        });

        expect(report.predictions).toEqual([
            {
                text: 'y(10)',
                estimate: expect.closeTo(21, 0),
                interval: [expect.any(Number), expect.any(Number)],
                newRun: [expect.any(Number), expect.any(Number)],
                message: null,
            },
        ]);

        const [cheapest, range] = report.budgets;
        const answer = [
            'status',
            'message',
            'objective',
            'variables',
            'choice',
            'mixture',
            'binding',
            'undetermined',
            'extrapolation',
            'regret',
            'joint',
            'sensitivities',
            'against',
        ];
        const keys = ['name', 'units', ...answer, 'sweep', 'exponents'];
        expect([Object.keys(cheapest), Object.keys(range)]).toEqual([keys, keys]);
        expect(cheapest).toMatchObject({
            name: 'cheapest',
            status: 'optimal',
            objective: { estimate: expect.closeTo(5, 0) },
            variables: { x: { estimate: expect.closeTo(2, 6) } },
            binding: ['x >= 2'],
            sweep: null,
            exponents: null,
        });
        expect(range.objective).toEqual({ estimate: null, interval: null });
        expect(range.sweep).toHaveLength(9);
        expect(Object.keys(range.sweep[0])).toEqual(['value', ...answer]);
        expect(range.exponents).toEqual({
            x: { estimate: expect.closeTo(1, 9), interval: expect.anything(), ends: null },
        });
        expect(range.sweep[8]).toMatchObject({
            value: 10,
            status: 'optimal',
            variables: { x: { estimate: expect.closeTo(10, 6) } },
        });
    });

    it('has what the options of fits and comparisons ask for', async () => {
        await cli.write(
            'options.scaling',
            `${LINE.split('predict')[0].replace('{ bootstrap', '{ influence holdout along x bootstrap')}law flat(x) = c / x^0
compare y, flat on line predicting y { bootstrap 0 }
runs isoflops {
  | C | N | loss |
${[1, 2, 3].map((k) => [1, 2, 4, 8].map((n) => `  | ${10 ** (18 + k)} | ${n}e${7 + k} | ${3 + (Math.log(n) - 1) ** 2} |`).join('\n')).join('\n')}
}
law n_opt(C) = k * C^a
fit n_opt to isoflops predicting N { using isoflop bootstrap 0 }
`,
        );
        const { stdout } = await cli.run('fit', 'options.scaling', '--json');
        const { fits, comparisons } = JSON.parse(stdout);
        const [line, sizes] = fits;
        expect(line.rolling).toMatchObject({ along: 'x', cuts: [{ cut: 3, rowsBelow: 3, rowsAbove: 1 }] });
        expect(line.influence.rows.map((row: { line: number }) => row.line)).toEqual([3, 4, 5, 6]);
        expect(Object.keys(line.influence.rows[0])).toEqual(['file', 'line', 'parameters', 'distance', 'optimum']);
        expect(sizes.reduction).toMatchObject({ method: 'isoflop', rows: [{ status: 'used' }, {}, {}] });
        const [{ laws, crossings }] = comparisons;
        expect(laws.map(({ name, verdict }: { name: string; verdict: string }) => [name, verdict])).toEqual([
            ['y', 'best'],
            ['flat', expect.any(String)],
        ]);
        expect(Object.keys(laws[0].heldOutError)).toEqual(['estimate', 'rank', 'difference']);
        expect(crossings[0].laws).toEqual(['y', 'flat']);
        const text = (await cli.run('fit', 'options.scaling')).stdout;
        expect(text).toMatch(/^ {2}held out along x: y is foretold above each value from the rows below$/m);
        expect(text).toMatch(/^ {2}using isoflop: /m);
        expect(text).toMatch(/^compare y, flat on line: y, 4 rows; errors on /m);
        expect(text).toMatch(/^ {2}y {5}Best: the lowest error, .+\.$/m);
        expect(text).toMatch(/^ {2}flat {2}Worse than y: its error is higher by /m);
    });

    it('is the same every time, to the last digit', async () => {
        const [first, second] = [
            await cli.run('fit', 'line.scaling', '--json'),
            await cli.run('fit', '--json', 'line.scaling'),
        ];
        expect(second).toEqual(first);
    });

    it('takes another seed for all bootstraps', async () => {
        const intervalOf = async (...words: string[]) =>
            JSON.parse((await cli.run('fit', 'line.scaling', '--json', ...words)).stdout).fits[0].parameters.b;
        const [first, second] = [await intervalOf(), await intervalOf('--seed', '99')];
        expect(second.estimate).toBe(first.estimate);
        expect(second.interval).not.toEqual(first.interval);
        expect(await intervalOf('--seed=1')).toEqual(first);
    });
});

describe('scaling fit', () => {
    it('prints a report for people, and the problems beside it', async () => {
        const { stdout, stderr } = await cli.run('fit', 'line.scaling');
        expect(stderr).toMatch(/^line\.scaling:12:9: error: /m);
        expect(stdout).toMatch(/^fit y to line: y = a \+ b \* x$/m);
        expect(stdout).toMatch(/^ {2}4 rows, objective /m);
        expect(stdout).toMatch(/^ {2}b +[\d.]+ +± [\d.]+ +\[[\d.]+, [\d.]+\]$/m);
        expect(stdout).toMatch(/^ {2}\d+ of \d+ local searches agree; no /m);
        expect(stdout).toMatch(/^ {2}not used: 1 row, y is missing \(line 7\)$/m);
        expect(stdout).toMatch(/^ {2}y\(10\) +2\d/m);
        expect(stdout).toMatch(/^budget cheapest: minimize y\(x\)$/m);
        expect(stdout.split('\n').every((line) => line === line.trimEnd())).toBe(true);
    });

    it('says of a range which limits bind where, and why a value has no answer', async () => {
        await cli.write(
            'range.scaling',
            `law surface = chinchilla with "Besiroglu 2024"
budget range { minimize flops(N, D) subject to surface(N, D) <= L subject to N >= 5B for L in 1.6 .. 3.2 }
`,
        );
        const { stdout } = await cli.run('fit', 'range.scaling');
        const why = '`surface\\(N, D\\) <= L` cannot be met: the smallest possible left side is 1\\.817 ';
        expect(stdout).toMatch(new RegExp(`^ {2}1\\.6 +– +– +– +${why}`, 'm'));
        expect(stdout).toMatch(/^ {2}`surface\(N, D\) <= L` limits throughout$/m);
        expect(stdout).toMatch(/^ {2}`N >= 5B` limits from L = 2\.\d+ on$/m);
        const { stdout: json } = await cli.run('fit', '--json', 'range.scaling');
        const [{ message, sweep }] = JSON.parse(json).budgets;
        expect(message).toMatch(/^\d of 9 points are solved; at L = 1\.6: /);
        expect(sweep[0]).toMatchObject({ status: 'infeasible', message: expect.stringMatching(new RegExp(`^${why}`)) });
    });

    it('says when there is nothing to do', async () => {
        await cli.write('laws.scaling', 'law shared_law(x) = 2 * x\n');
        const { code, stdout } = await cli.run('fit', 'laws.scaling');
        expect([code, stdout]).toEqual([0, 'Nothing is fitted, predicted, budgeted or planned in this file.\n']);
    });
});

describe('the command line', () => {
    it.each([
        [['fit', 'absent.scaling'], /there is no file `absent\.scaling`/],
        [['check', 'folder'], /`folder` is a folder/],
        [['check', 'notes.txt'], /must end in \.scaling/],
        [['check'], /check needs a file/],
        [['fit', 'a.scaling', 'b.scaling'], /fit needs one file/],
        [['fit', 'line.scaling', '--seed', 'x'], /--seed needs a whole number/],
        [['check', 'line.scaling', '--seed', '1'], /no option `--seed`/],
        [['plot', 'line.scaling'], /no command `plot`/],
        [[], /say what to do/],
    ])('%j is refused with a reason', async (words, reason) => {
        await mkdir(path.join(cli.folder, 'folder'), { recursive: true });
        await cli.write('notes.txt', '');
        const { code, stdout, stderr } = await cli.run(...words);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toMatch(reason);
        expect(stderr).not.toContain('    at ');
    });

    it('helps, and says its version', async () => {
        const help = await cli.run('--help');
        expect([help.code, help.stdout.split('\n')[0]]).toEqual([0, 'Usage:']);
        const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
        expect(await cli.run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    });
});
