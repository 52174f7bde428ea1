import { expect, test } from 'vitest';
import { freeName, isCsv, specNameFor } from '../../src/extension/commands/specName.js';

test.each([
    ['/data/runs.csv', true],
    ['/data/RUNS.TSV', true],
    ['/data/runs.scaling', false],
    ['/data/csv', false],
])('%s is a table: %s', (path, expected) => {
    expect(isCsv(path)).toBe(expected);
});

test('a spec is named like its CSV file', () => {
    expect(specNameFor('runs.csv')).toBe('runs.scaling');
    expect(specNameFor('runs.2024.csv')).toBe('runs.2024.scaling');
});

test('a taken name gets the first free number', () => {
    expect(freeName('runs.scaling', new Set(['other.scaling']))).toBe('runs.scaling');
    expect(freeName('runs.scaling', new Set(['runs.scaling', 'runs-2.scaling']))).toBe('runs-3.scaling');
});
