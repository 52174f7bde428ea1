import { expect, test } from 'vitest';
import { MAX_RESTARTS, RestartPolicy, WINDOW_MS } from '../../src/extension/restartPolicy.js';

/** Crashes at the given times; whether each is answered by a restart. */
function crashAt(policy: RestartPolicy, times: readonly number[]): boolean[] {
    return times.map((time) => policy.allowsRestartAfterCrash(time));
}

test('restarts a server that dies now and then, for ever', () => {
    const times = Array.from({ length: 50 }, (_, i) => (i * WINDOW_MS) / MAX_RESTARTS);
    expect(crashAt(new RestartPolicy(), times)).not.toContain(false);
});

test('stops when the server keeps dying within the window', () => {
    expect(crashAt(new RestartPolicy(), [0, 1, 2, 3, 4])).toEqual([true, true, true, true, false]);
});

test('counts a crash no longer once the window has passed', () => {
    expect(crashAt(new RestartPolicy(), [0, 1, 2, 3, WINDOW_MS])).toEqual([true, true, true, true, true]);
});

test('begins afresh when the user asks for a new start', () => {
    const policy = new RestartPolicy();
    crashAt(policy, [0, 1, 2, 3, 4]);
    policy.forgive();
    expect(policy.allowsRestartAfterCrash(5)).toBe(true);
});
