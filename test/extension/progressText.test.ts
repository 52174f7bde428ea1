import { expect, test } from 'vitest';
import { progressText } from '../../src/extension/status/progressText.js';

test.each([
    ['bootstrap of surface', 0.427, 'bootstrap of surface 42 %'],
    ['bootstrap of surface', 0.9999, 'bootstrap of surface 99 %'],
    ['fit of surface', null, 'fit of surface'],
    [null, null, null],
    [null, 1, null],
])('%s at %s reads %s', (activity, fraction, text) => {
    expect(progressText({ uri: 'file:///a.scaling', activity, fraction })).toBe(text);
});
