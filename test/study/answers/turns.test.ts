/** Laws that turn beyond the data, and are asked there. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

/** A parabola in ln N that is lowest at 3e10: all runs are left of it. */
const lossAt = (N: number) => 2 + 0.05 * Math.log(N / 3e10) ** 2;
const ROWS = [1e8, 2e8, 5e8, 1e9, 2e9].map((N) => `| ${N} | ${lossAt(N)} |`).join('\n');
const FIT = `runs r {\n| N | loss |\n${ROWS}\n}
law curve(N) = E + k * (ln(N) - m)^2 { E in 0 .. 10  k in 0 .. 1  m in 18 .. 30 }
fit curve to r predicting loss { bootstrap 0 }
`;

async function warningsOf(text: string): Promise<string[]> {
    const { diagnostics } = await studyOf(FIT + text);
    return diagnostics.filter(({ code }) => code === 'turns-outside').map(({ message }) => message);
}

const TURNED = ['`curve` falls with N at the runs, but rises with it here: no run shows that it turns.'];

describe('a law that turns', () => {
    it('is told of where a prediction lies beyond, and not before', async () => {
        expect(await warningsOf('predict curve(200B)')).toEqual(TURNED);
        expect(await warningsOf('predict curve(10B)')).toEqual([]);
        expect(await warningsOf('predict curve(1B)')).toEqual([]);
    });

    it('is told of where a budget settles at the turn itself', async () => {
        expect(await warningsOf('budget b { minimize curve(N) }')).toEqual(TURNED);
        expect(await warningsOf('budget b { minimize curve(N) subject to N <= 5B }')).toEqual([]);
    });

    it('has its warning at the question', async () => {
        expect(problemsOf(await studyOf(`${FIT}predict curve(200B)`))).toContain('11:9 warning turns-outside');
    });
});

it('a law that only flattens does not turn', async () => {
    const rows = [1e8, 2e8, 5e8, 1e9].map((N) => `| ${N} | ${1.7 + 400 / N ** 0.34} |`).join('\n');
    const { diagnostics } = await studyOf(`runs r {\n| N | loss |\n${rows}\n}
law curve(N) = E + A / N^alpha { alpha = 0.34 }
fit curve to r predicting loss { bootstrap 0 }
predict curve(1e30)`);
    expect(diagnostics.map(({ code }) => code)).not.toContain('turns-outside');
});
