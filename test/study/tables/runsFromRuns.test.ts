/** Runs that are made from other runs. */
import { describe, expect, it } from 'vitest';
import { createStudy } from '../../../src/study/study.js';
import { TableLoader } from '../../../src/study/tables/tables.js';
import { folderOf, NO_PAUSE, SPEC } from '../studyOf.js';
import { tableOf, valuesOf } from './tableOf.js';

const ALL = `runs all {
  | model | N (params) | loss | step |
  | a     | 1M         | 3.0  | 1    |
  | b     | 2M         | 2.5  | 1    |
  | a     | 1M         | 2.0  | 2    |
  | b     | 2M         | -    | 2    |
  | c     | 4M         | 1.0  | 1    |
  |       | 4M         | 1.0  | 2    |
  series along step by model
  where N < 4M or loss > 0
}
`;

describe('rows of other runs', () => {
    it('have their columns, units, lines and source, and filters on top', async () => {
        const found = await tableOf(`${ALL}runs some from all {\n  C = 6 * N\n  where N >= 2M\n}`, 'some');
        expect(valuesOf(found, 'model')).toEqual(['a', 'b', 'a', 'b', 'c', '']);
        expect(valuesOf(found, 'C')).toEqual([6e6, 12e6, 6e6, 12e6, 24e6, 24e6]);
        expect(found.table).toMatchObject({
            sources: [{ uri: SPEC, firstLine: 0 }],
            named: ['model', 'N', 'loss', 'step', 'C'],
        });
        expect(found.table!.columns.get('N')).toMatchObject({ unit: 'params' });
        expect([...found.table!.lines]).toEqual([2, 3, 4, 5, 6, 7]);
        expect([...found.table!.filtered]).toEqual([2, 0, 2, 0, 0, 0]);
    });

    it('are those that the where of the others keeps, which is told of the undecided', async () => {
        const text = `${ALL}runs good from all { where loss > 1.5 }\nruns rest from good {\n  y = previous(loss)\n}`;
        const found = await tableOf(text, 'rest');
        expect([...found.table!.lines]).toEqual([2, 3, 4]);
        expect(valuesOf(found, 'y')).toEqual([null, null, 3]);
        const left = found.problems.filter(({ code }) => code === 'rows-left-out');
        expect(left.map(({ message }) => message)).toEqual([
            '1 row (line 6) of `good` left out: a value is missing that the `where` of `good` needs.',
        ]);
    });

    it('may stand in another file of the folder, or below', async () => {
        const found = await tableOf('runs some from other { where x > 1 }', 'some', {
            'z.scaling': 'runs other from base\nruns base from "a.csv"',
            'a.csv': 'x,y\n1,10\n2,20\n',
        });
        expect(found.problems).toEqual([]);
        expect(found.table).toMatchObject({ sources: [{ uri: 'file:///specs/a.csv', firstLine: 0 }], rowCount: 2 });
        expect(valuesOf(found, 'y')).toEqual([10, 20]);
    });
});

describe('one row for each group', () => {
    it('has the columns of the group, and what is made of its rows', async () => {
        const formulas = `  m = mean(loss)\n  n = count()\n  known = count(loss)\n  end = last(loss)\n  begin = first(loss)
  best = at_min(step, loss)\n  total = sum(loss * N)\n  loss = min(loss)\n  gap = m - loss`;
        const found = await tableOf(`${ALL}runs g from all by model, N {\n${formulas}\n}`, 'g');
        expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(valuesOf(found, 'model')).toEqual(['a', 'b', 'c']);
        expect(valuesOf(found, 'N')).toEqual([1e6, 2e6, 4e6]);
        expect([...found.table!.lines]).toEqual([2, 3, 6]);
        expect(valuesOf(found, 'm')).toEqual([2.5, 2.5, 1]);
        expect(valuesOf(found, 'n')).toEqual([2, 2, 1]);
        expect(valuesOf(found, 'known')).toEqual([2, 1, 1]);
        expect(valuesOf(found, 'begin')).toEqual([3, 2.5, 1]);
        expect(valuesOf(found, 'end')).toEqual([2, 2.5, 1]);
        expect(valuesOf(found, 'best')).toEqual([2, 1, 1]);
        expect(valuesOf(found, 'total')).toEqual([5e6, 5e6, 4e6]);
        expect(valuesOf(found, 'loss')).toEqual([2, 2.5, 1]);
        expect(valuesOf(found, 'gap')).toEqual([0.5, 0, 0]);
        expect(found.problems.map(({ message }) => message)).toContain(
            '1 row (line 8) of `all` left out: `model` or `N` is missing, so that they are in no group.',
        );
    });

    it('may see columns of the group in what is made of its rows, and other rows of the result', async () => {
        const text = `${ALL}runs g from all by model {\n  m = mean(loss)\n  v = mean((loss - m)^2)\n  top = max(m by n)\n  n = count()\n}`;
        const wrong = await tableOf(text, 'g');
        expect(wrong.problems.find(({ severity }) => severity === 'error')).toMatchObject({ code: 'unknown-column' });
        const found = await tableOf(
            text.replace('  top = max(m by n)\n  n = count()', '  n = count()\n  top = max(m by n)'),
            'g',
        );
        expect(valuesOf(found, 'v')).toEqual([0.25, 0, 0]);
        expect(valuesOf(found, 'top')).toEqual([2.5, 2.5, 1]);
    });

    it('and each item of a list or range', async () => {
        const text = `${ALL}runs g from all by model for k in 1 .. 2 {\n  p = mean(loss^k)\n  q = p / k\n  where k > 1 or q > 1\n}`;
        const found = await tableOf(text, 'g');
        expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(valuesOf(found, 'model')).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
        expect(valuesOf(found, 'k')).toEqual([1, 2, 1, 2, 1, 2]);
        expect(valuesOf(found, 'p')).toEqual([2.5, 6.5, 2.5, 6.25, 1, 1]);
        expect(valuesOf(found, 'q')).toEqual([2.5, 3.25, 2.5, 3.125, 1, 0.5]);
        expect([...found.table!.filtered]).toEqual([0, 0, 0, 0, 2, 0]);
        expect([...found.table!.lines]).toEqual([2, 2, 3, 3, 6, 6]);
    });

    it('takes items alone for one group of all rows', async () => {
        const found = await tableOf(`${ALL}runs g from all for k in {1, 10} {\n  n = count() * k\n}`, 'g');
        expect(valuesOf(found, 'n')).toEqual([6, 60]);
    });

    it('has one value of each column', async () => {
        const { problems } = await tableOf(
            `${ALL}runs g from all by model {\n  y = loss\n  step\n  where N > 1\n}`,
            'g',
        );
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ code, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`)).toEqual(
            ['13:7 many-values', '14:3 many-values', '15:9 many-values'],
        );
        expect(errors[0].message).toBe(
            '`loss` has many values in a group: take one number of them, such as `mean(loss)`, or name it after `by`.',
        );
    });

    it('needs columns that are there', async () => {
        const { problems } = await tableOf(`${ALL}runs g from all by modell {\n  n = count()\n}`, 'g');
        expect(problems.find(({ severity }) => severity === 'error')).toMatchObject({
            code: 'unknown-column',
            message: '`all` has no column `modell`. Did you mean `model`? Its columns are model, N, loss, step.',
            range: { start: { line: 11, character: 19 } },
        });
    });
});

describe('what runs are made from', () => {
    const text =
        'runs base from "a.csv" { y = 2 * x }\nruns mid from base { where y > 2 }\nruns g from mid by k { m = mean(y) }\nlaw m(k) = a * k\nfit m to g { objective squares  bootstrap 0 }\n';
    const files = { 'a.csv': 'x,k\n1,1\n2,1\n3,2\n4,2\n' };

    it('is watched, and what changes in it is computed again, what does not is not', async () => {
        const study = createStudy();
        const { documents, host } = folderOf(text, files);
        const report = await study.analyse(SPEC, documents, host, NO_PAUSE);
        expect(report.dependencies).toEqual(['file:///specs/a.csv']);
        expect(report.fits[0].parameters[0].estimate).toBeCloseTo((4 * 1 + 7 * 2) / 5, 9);
        const other = folderOf(text, { 'a.csv': files['a.csv'].replace('4,2', '9,2') });
        study.invalidate('file:///specs/a.csv');
        const again = await study.analyse(SPEC, other.documents, other.host, NO_PAUSE);
        expect(again.fits[0].parameters[0].estimate).toBeCloseTo((4 * 1 + 12 * 2) / 5, 9);
    });

    it('is kept where the text changes elsewhere', async () => {
        const tables = new TableLoader();
        const first = await tableOf(text, 'g', files, tables);
        const moved = await tableOf(`// a comment\n${text}`, 'g', files, tables);
        expect(moved.table!.data).toBe(first.table!.data);
        const changed = await tableOf(text.replace('y > 2', 'y > 4'), 'g', files, tables);
        expect(changed.table!.data).not.toBe(first.table!.data);
        expect(valuesOf(changed, 'm')).toEqual([7]);
    });
});
