/** The specs of examples/published on the data of their papers. */
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStudy } from '../../src/study/study.js';
import type { FitReport, StudyReport } from '../../src/study/report.js';
import { sharedData } from '../support/sharedData.js';
import { CLAIMS, type Claim, type PublishedFit } from './claims.js';

const FOLDER = new URL('../../examples/published/', import.meta.url);

/** Undefined where the data are absent. Few refits: only estimates are looked at. */
async function reportOf({ spec, data }: Claim): Promise<StudyReport | undefined> {
    const files = new Map(data.map((path) => [basename(path), sharedData(path)]));
    if ([...files.values()].includes(undefined)) return undefined;
    const uri = new URL(spec, FOLDER).href;
    const written = await readFile(new URL(spec, FOLDER), 'utf8');
    const text = written.replaceAll(/bootstrap \d+/g, 'bootstrap 40');
    const host = { readFile: async (file: string) => readFile(files.get(basename(file))!) };
    return createStudy().analyse(uri, [{ uri, text }], host, { pause: () => undefined });
}

function fitOf({ fits }: StudyReport, { law, group }: PublishedFit): FitReport {
    const found = fits.find((fit) => fit.law === law && fit.group === (group ?? null));
    expect(found, `${law} ${group ?? ''}`).toBeDefined();
    return found!;
}

/** Curves of six thousand rows under two laws take half a minute on a quiet machine. */
const PATIENCE_MS = 300_000;

describe('published fits', () => {
    it('have a spec each, and each spec its claim', async () => {
        const specs = (await readdir(FOLDER)).filter((name) => name.endsWith('.scaling'));
        expect(CLAIMS.map(({ spec }) => spec).sort()).toEqual(specs.sort());
    });

    it.for(CLAIMS)('$spec', { timeout: PATIENCE_MS }, async (claim, ctx) => {
        const report = (await reportOf(claim)) ?? ctx.skip('the shared data are absent');
        expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const published of claim.fits) {
            const fit = fitOf(report, published);
            expect(fit.stopped.code).toBe('converged');
            if (published.objective !== undefined) expect(fit.objective).toBeLessThanOrEqual(published.objective);
            for (const [name, [value, tolerance]] of Object.entries(published.published)) {
                const estimate = fit.parameters.find((parameter) => parameter.name === name)?.estimate ?? NaN;
                expect(Math.abs(estimate / value - 1), `${published.group ?? ''} ${name} ${estimate}`).toBeLessThan(
                    tolerance,
                );
            }
        }
    });
});
