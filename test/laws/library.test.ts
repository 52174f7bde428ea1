/** The law library: every file is right, and every law and preset has a golden value that it meets. */
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatSpec } from '../../src/language/format.js';
import { LIBRARY } from '../../src/laws/index.js';
import { studyOf } from '../study/studyOf.js';
import { SCHEDULES } from './goldens/annealing.js';
import { GOLDENS, type Golden } from './goldens.js';

/** The comment above a law, its name, its arguments as written, and what follows up to the next comment at the margin. */
const LAW = /((?:^\/\/\/.*\n)+)law (\w+)(?:\(([^)]*)\))?((?:(?!^\/\/\/)[^])*)/gm;

const LAWS = LIBRARY.flatMap(({ text }) => [...text.matchAll(LAW)]).map(
    ([, documentation, name, given = '', rest]) => ({
        name,
        documentation,
        arguments: given.split(',').flatMap((argument) => /\w+/.exec(argument) ?? []),
        presets: [...rest.matchAll(/^ *preset ("[^"]+")/gm)].map((match) => match[1]),
        documentedPresets: [...rest.matchAll(/^ *\/\/\/.*\n *preset ("[^"]+")/gm)].map((match) => match[1]),
    }),
);

async function valueOf({ law, values, at }: Golden): Promise<number> {
    const choice = values.startsWith('"') ? `with ${values}` : values;
    const schedules = at.startsWith('lr =') ? SCHEDULES : '';
    const { predictions, diagnostics } = await studyOf(
        `${schedules}law golden = ${law} ${choice}\npredict golden(${at})\n`,
    );
    // Goldens may lie beyond the runs that their constants come from, which is then said.
    expect(diagnostics.filter(({ code }) => code !== 'outside-preset')).toEqual([]);
    return predictions[0].estimate!;
}

describe('the law library', () => {
    it.each(LIBRARY.map(({ name, text }) => [name, text]))('%s checks clean, and is formatted', async (_, text) => {
        const { diagnostics } = await studyOf(text);
        expect(diagnostics).toEqual([]);
        expect(formatSpec(text)).toBe(text);
    });

    it('lists every file once, every law documented, and none twice', async () => {
        const files = (await readdir(new URL('../../src/laws/', import.meta.url))).filter((name) =>
            name.endsWith('.scaling'),
        );
        expect(LIBRARY.map(({ name }) => name).sort()).toEqual(files.sort());
        const names = LAWS.map(({ name }) => name);
        const written = LIBRARY.flatMap(({ text }) => text.match(/^law /gm));
        expect(names.length).toBe(written.length);
        expect([...new Set(names)]).toEqual(names);
    });

    it.each(GOLDENS)('$law $values at $at is $expected ($tag, $source)', async (golden) => {
        const difference = Math.abs((await valueOf(golden)) - golden.expected);
        expect(difference).toBeLessThanOrEqual(golden.tolerance * (Math.abs(golden.expected) || 1));
    });

    it.each(LAWS)('$name says what its arguments are and where it comes from', (law) => {
        const { documentation } = law;
        const unnamed = law.arguments.filter((argument) => !documentation.includes(`\`${argument}\``));
        if (!/ as in /.test(documentation)) expect(unnamed).toEqual([]);
        expect(documentation).toMatch(/^\/\/\/ Source: /m);
        expect(law.documentedPresets).toEqual(law.presets);
    });

    it.each(LAWS)('$name has a golden value, and each of its presets', ({ name, presets }) => {
        const goldens = GOLDENS.filter(({ law }) => law === name);
        expect(goldens).not.toEqual([]);
        expect(goldens.map(({ values }) => values)).toEqual(expect.arrayContaining(presets));
    });
});
