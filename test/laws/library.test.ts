/** Golden values of the library's laws: published where so marked, else arithmetic on the published constants. */
import { describe, expect, it } from 'vitest';
import { LIBRARY } from '../../src/laws/index.js';
import { studyOf } from '../study/studyOf.js';

async function valueOf(law: string, call: string): Promise<number> {
    const report = await studyOf(`law f = ${law}\npredict f(${call})\n`);
    expect(report.diagnostics).toEqual([]);
    return report.predictions[0].estimate!;
}

describe('the law library', () => {
    it.each(LIBRARY.map(({ name, text }) => [name, text]))('%s checks clean', async (_, text) => {
        const { diagnostics } = await studyOf(text);
        expect(diagnostics).toEqual([]);
    });

    it.each([
        ['chinchilla with "Hoffmann 2022"', 'N = 70e9, D = 1.4e12', 1.920846],
        ['chinchilla with "Hoffmann 2022"', 'N = 1e9, D = 2e10', 2.530668],
        ['chinchilla with "Hoffmann 2022 rounded"', 'N = 70e9, D = 1.4e12', 1.936645],
        ['chinchilla with "Hoffmann 2022 rounded"', 'N = 1e9, D = 2e10', 2.580048],
        ['chinchilla with "Besiroglu 2024"', 'N = 70e9, D = 1.4e12', 1.973882],
        ['chinchilla with "Besiroglu 2024"', 'N = 1e9, D = 2e10', 2.53005],
        ['chinchilla with "Muennighoff 2023"', 'N = 70e9, D = 1.4e12', 2.024597],
        ['kaplan with "Kaplan 2020"', 'N = 1e9, D = 2.2e10', 2.369316],
        ['kaplan with "Kaplan 2020"', 'N = 1e8, D = 1e9', 2.956734],
        // Dey et al. 2023 print 1.580 for their 13B model.
        ['compute_power with "Cerebras-GPT 2023"', 'C = 2.3e22', 1.579613],
        ['compute_power with "Cerebras-GPT 2023"', 'C = 1e21', 1.858561],
        ['flops', 'N = 70B, D = 1.4T', 5.88e23],
        ['inference_flops', 'N = 70B, D = 1 tokens', 1.4e11],
    ])('%s at %s is %f', async (law, call, expected) => {
        // Goldens are given to six decimals.
        expect(Math.abs((await valueOf(law, call)) - expected)).toBeLessThan(Math.max(6e-7, expected * 1e-12));
    });

    it('overtraining is chinchilla with one exponent for both terms', async () => {
        // Gadre et al. 2024, section 2: alpha = beta = 2·eta, a = A·6^eta, b = B·6^eta.
        const text = `
            law left = overtraining { E = 1.69  a = 406.4 * 6^0.17  b = 410.7 * 6^0.17  eta = 0.17 }
            law right = chinchilla { E = 1.69  A = 406.4  B = 410.7  alpha = 0.34  beta = 0.34 }
            predict left(N = 1e9, D = 2e10)
            predict right(N = 1e9, D = 2e10)
        `;
        const { predictions } = await studyOf(text);
        expect(predictions[0].estimate).toBeCloseTo(1.69 + 0.483133423, 8);
        expect(predictions[1].estimate).toBeCloseTo(predictions[0].estimate!, 12);
    });

    it('every preset gives every parameter of its law a value', async () => {
        const presets = LIBRARY.flatMap(({ text }) => {
            const laws = text.split(/^law /m).slice(1);
            return laws.flatMap((law) =>
                [...law.matchAll(/preset ("[^"]+")/g)].map((match) => [/^\w+/.exec(law)![0], match[1]]),
            );
        });
        expect(presets.length).toBeGreaterThan(5);
        for (const [law, preset] of presets) {
            const call = law === 'compute_power' ? 'C = 1e21' : 'N = 1e9, D = 2e10';
            const value = await valueOf(`${law} with ${preset}`, call);
            expect(value, `${law} ${preset}`).toBeGreaterThan(1);
            expect(value, `${law} ${preset}`).toBeLessThan(4);
        }
    });
});
