/** Columns as people call them, where a law asks for N, D, C or a loss. */
import { describe, expect, it } from 'vitest';
import { headerFor } from '../../src/study/headers.js';
import { studyOf } from './studyOf.js';

describe('a header', () => {
    it.each([
        ['N', ['model', 'Params (M)', 'tokens'], 'Params (M)'],
        ['N', ['size', 'n_params'], 'n_params'],
        ['D', ['params', 'Tokens seen'], 'Tokens seen'],
        ['C', ['flops', 'loss'], 'flops'],
        ['loss', ['train_loss', 'Val. Loss (nats)'], 'Val. Loss (nats)'],
    ] as const)('is known to be %s of %j', (role, headers, expected) => {
        expect(headerFor(role, headers)).toBe(expected);
    });

    it('is not guessed where nothing says what it is', () => {
        expect(headerFor('N', ['model', 'loss', 'lr'])).toBeUndefined();
    });
});

describe('a law whose arguments are no columns', () => {
    it('says which columns may be meant, and how to name them', async () => {
        const csv = 'model,Params (M),tokens,final_loss\na,70,1.4e9,3.56\nb,160,3.2e9,3.2\n';
        const { diagnostics } = await studyOf('runs r from "runs.csv"\nfit chinchilla to r predicting final_loss\n', {
            'runs.csv': csv,
        });
        expect(diagnostics.map(({ message }) => message)).toEqual([
            '`runs.csv` has no column `N`. If `Params (M)` is meant, write `N = "Params (M)" * 1e6` in the block of the runs. Its columns are model, Params (M), tokens, final_loss.',
            '`runs.csv` has no column `D`. If `tokens` is meant, write `D = tokens` in the block of the runs. Its columns are model, Params (M), tokens, final_loss.',
        ]);
    });

    it('says what it may predict', async () => {
        const csv = 'N,D,final_loss,lr\n70,1.4e9,3.56,1\n160,3.2e9,3.2,1\n';
        const { diagnostics } = await studyOf('runs r from "runs.csv"\nfit chinchilla to r\n', { 'runs.csv': csv });
        expect(diagnostics.map(({ message }) => message)).toEqual([
            'Say which column `chinchilla` predicts: fit chinchilla to r predicting final_loss. Its columns are final_loss, lr.',
        ]);
    });
});
