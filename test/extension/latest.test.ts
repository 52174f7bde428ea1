import { expect, test } from 'vitest';
import { Latest } from '../../src/extension/panels/latest.js';

/** Answers questions when told to, and notes what was asked and what was given up. */
function desk() {
    const asked: string[] = [];
    const givenUp: string[] = [];
    const ends: (() => void)[] = [];
    const latest = new Latest<string>((question, signal) => {
        asked.push(question);
        signal.addEventListener('abort', () => givenUp.push(question));
        return new Promise((resolve) => ends.push(resolve));
    });
    const answerNext = async () => {
        ends.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
    };
    return { latest, asked, givenUp, answerNext };
}

test('asks at once when nothing is under way', () => {
    const { latest, asked } = desk();
    expect(latest.busy).toBe(false);
    latest.ask('a');
    expect(asked).toEqual(['a']);
    expect(latest.busy).toBe(true);
});

test('of the questions that wait only the newest is asked', async () => {
    const { latest, asked, givenUp, answerNext } = desk();
    for (const question of ['a', 'b', 'c', 'd']) latest.ask(question);
    expect(asked).toEqual(['a']);
    await answerNext();
    expect(asked).toEqual(['a', 'd']);
    expect(givenUp).toEqual([]);
    await answerNext();
    expect(latest.busy).toBe(false);
    latest.ask('e');
    expect(asked).toEqual(['a', 'd', 'e']);
});

test('a question asked instead gives up the one under way and those that wait', async () => {
    const { latest, asked, givenUp, answerNext } = desk();
    latest.ask('a');
    latest.ask('b');
    latest.askInstead('c');
    expect([asked, givenUp]).toEqual([['a', 'c'], ['a']]);
    await answerNext();
    latest.ask('d');
    expect(asked).toEqual(['a', 'c']);
    await answerNext();
    expect(asked).toEqual(['a', 'c', 'd']);
});

test('what is given up is not asked later', async () => {
    const { latest, asked, givenUp, answerNext } = desk();
    latest.ask('a');
    latest.ask('b');
    latest.giveUp();
    await answerNext();
    expect([asked, givenUp]).toEqual([['a'], ['a']]);
});
