/** Laws of several stages, each fitted to runs of its own: what is uncertain in one is uncertain in those that rest on it. */
import { describe, expect, it } from 'vitest';
import { picturesOf } from '../pictures/picturesOf.js';
import { studyOf } from '../studyOf.js';

const NOISY = [2.3, 3.6, 6.5, 7.6, 10.4, 11.7, 14.5, 15.6];
const rows = (values: readonly number[]) => values.map((value, index) => `  | ${index + 1} | ${value} |\n`).join('');

/** y = b·x of noisy runs, and z = k·y(x) of runs that lie on z = 6x but for a millionth. */
const CHAIN = `
runs first {\n  | x | y |\n${rows(NOISY)}}
runs second {\n  | x | z |\n${rows([6.000006, 11.999994, 18.000006, 23.999994])}}
law y(x) = b * x
law z(x) = k * y(x)
fit y to first { objective squares bootstrap 400 }
fit z to second { objective squares bootstrap 400 }
`;

describe('a fit that rests on an earlier one', () => {
    it('is as uncertain as the earlier one makes it', async () => {
        const { fits, diagnostics } = await studyOf(`${CHAIN}predict z(100)\n`);
        expect(diagnostics).toEqual([]);
        const [[b], [k]] = fits.map(({ parameters }) => parameters);
        // k = 6/b in every draw.
        expect(k.interval![0]! / (6 / b.interval![1]!)).toBeCloseTo(1, 4);
        expect(k.interval![1]! / (6 / b.interval![0]!)).toBeCloseTo(1, 4);
        expect(k.standardError! / (k.estimate! * (b.standardError! / b.estimate!))).toBeGreaterThan(0.8);
        expect(k.standardError! / (k.estimate! * (b.standardError! / b.estimate!))).toBeLessThan(1.25);
    });

    it('has draws that belong together: what the second stage makes up for is certain', async () => {
        const { predictions } = await studyOf(`${CHAIN}predict z(100)\npredict z(100) / y(100)\npredict z.k * y.b\n`);
        const [z, ratio, product] = predictions.map(({ interval }) => interval!);
        expect(z[1] - z[0]).toBeLessThan(1e-2);
        expect(z[0]).toBeLessThan(600.001);
        expect(z[1]).toBeGreaterThan(599.999);
        expect(ratio[1] - ratio[0]).toBeGreaterThan(0.1);
        expect(product[1] - product[0]).toBeLessThan(1e-4);
    });

    it('is drawn and told row by row with both stages', async () => {
        const [, picture] = await picturesOf(CHAIN);
        const { x, y, lower, upper } = picture.kind === 'fit' ? picture.curves.x[0] : expect.fail('no fit');
        x.forEach((at, index) => {
            expect(y[index]! / (6 * at)).toBeCloseTo(1, 5);
            expect(upper![index]! - lower![index]!).toBeLessThan(1e-4 * at);
        });
    });

    it('says that the earlier constants are held where it is not refitted', async () => {
        const { diagnostics } = await studyOf(CHAIN.replace(/(fit z .*) bootstrap 400/, '$1 bootstrap 0'));
        expect(diagnostics.map(({ code }) => code)).toEqual(['constants-held']);
        const profile = await studyOf(CHAIN.replace(/(fit z .*) bootstrap 400/, '$1 intervals profile'));
        expect(profile.diagnostics.map(({ code }) => code)).toEqual(['constants-held']);
    });
});
