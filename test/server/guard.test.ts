import { ResponseError } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { guarded } from '../../src/server/guard.js';

describe('a guarded feature', () => {
    const log: string[] = [];
    const provider = guarded(
        'hover',
        {
            options: { trigger: '(' },
            works: (text: string) => `${text}!`,
            fails: (): string => {
                throw new Error('out of order');
            },
            refuses: (): string => {
                throw new ResponseError(1, 'not this name');
            },
        },
        (message) => log.push(message),
    );

    it('answers as it would unguarded', async () => {
        expect(await provider.works('yes')).toBe('yes!');
        expect(provider.options.trigger).toBe('(');
    });

    it('answers nothing where it fails, and logs why', async () => {
        expect(await provider.fails()).toBeUndefined();
        expect(log).toEqual([expect.stringContaining('hover failed: Error: out of order')]);
    });

    it('lets refusals pass, for they are meant for the user', async () => {
        await expect((async () => provider.refuses())()).rejects.toThrow('not this name');
    });
});
