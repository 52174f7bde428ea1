/** Where the data set no limit to a parameter, its interval has no end. */
import { describe, expect, it } from 'vitest';
import type { IntervalKind, ParameterSpec } from '../../src/fit/problem.js';
import type { FitResult, OpenInterval } from '../../src/fit/result.js';
import { arithmetic, fitLaw, simulate, SQUARES, type Options } from './support/problems.js';

const x = arithmetic(1, 1, 30);
const KINDS: readonly IntervalKind[] = ['bootstrap', 'profile'];

/** R (1 − e^(−x/R)) is x for every large R. */
const saturation = (y: Float64Array, intervals: IntervalKind, specs: Options['specs'] = {}): Promise<FitResult> =>
    fitLaw('-R * expm1(-x / R)', { x }, y, {
        objective: SQUARES,
        intervals,
        specs: { R: { lower: 0, ...specs.R } },
        bootstrap: { replicates: 200, seed: 1 },
    });

const straight = simulate('-R * expm1(-x / R)', { x }, { R: 1000 }, { absolute: 1 });
const bent = simulate('-R * expm1(-x / R)', { x }, { R: 20 }, { absolute: 0.2 });

describe.each(KINDS)('an interval (%s)', (kind) => {
    it('has no end where larger values fit as well', async () => {
        const { parameters, warnings } = await saturation(straight, kind);
        const [lower, upper] = parameters[0].interval!;
        expect(lower).toBeGreaterThan(100);
        expect(lower).toBeLessThan(parameters[0].estimate!);
        expect(upper).toBeNull();
        expect(warnings.map(({ code }) => code)).toEqual(['interval-without-limit']);
    });

    it('ends at a bound that is given', async () => {
        const { parameters, warnings } = await saturation(straight, kind, { R: { upper: 1e12 } });
        expect(parameters[0].interval![1]).toBe(1e12);
        expect(warnings).toEqual([]);
    });

    it('has two ends where the law bends', async () => {
        const { parameters, warnings } = await saturation(bent, kind);
        const [lower, upper] = parameters[0].interval!;
        expect(lower).toBeGreaterThan(18);
        expect(upper).toBeLessThan(22);
        expect(warnings).toEqual([]);
    });

    it('has no lower end where a term may as well be missing, or ends at the bound of 0', async () => {
        const y = simulate('2 + A * x^3', { x }, { A: 1e-5 }, { absolute: 1 });
        const fitted = async (spec: Partial<ParameterSpec>): Promise<OpenInterval | null> => {
            const bootstrap = { replicates: 200, seed: 1 };
            const options = { objective: SQUARES, intervals: kind, bootstrap, specs: { A: spec } };
            return (await fitLaw('2 + A * x^3', { x }, y, options)).parameters[0].interval;
        };
        expect(await fitted({})).toEqual([null, expect.any(Number)]);
        expect(await fitted({ lower: 0 })).toEqual([0, expect.any(Number)]);
    });
});
