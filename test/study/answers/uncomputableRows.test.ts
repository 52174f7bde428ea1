import { describe, expect, it } from 'vitest';
import { studyOf } from '../studyOf.js';

const runsWith = (tokens: string): string => `runs done {
  | N    | D    | loss |
  | 100M | 2B   | 3.3  |
  | 200M | 4B   | 3.0  |
  | 400M | ${tokens} | 2.8 |
  | 800M | 9B   | 2.6  |
}
`;

describe('a law that cannot be computed on some rows', () => {
    it('names their lines', async () => {
        const { fits } = await studyOf(
            `${runsWith('0')}law s(N, D) = E + B / D^beta { beta in 0 .. 2 }\nfit s to done { bootstrap 0 }`,
        );
        expect(fits[0]!.stopped).toEqual({
            code: 'not-computable',
            message: '`s` cannot be computed in line 5: correct the data, or leave such rows out with `where`.',
        });
    });

    it('blames no row where all fail', async () => {
        const { fits } = await studyOf(`${runsWith('8B')}law s(N) = E + log(-N)\nfit s to done { bootstrap 0 }`);
        expect(fits[0]!.stopped.message).toMatch(/^No values of the parameters were found/);
    });
});
