/** Learning-rate schedules in questions, rows and fits. */
import { describe, expect, it } from 'vitest';
import { picturesOf } from '../pictures/picturesOf.js';
import { estimatesOf, problemsOf, studyOf } from '../studyOf.js';

const SCHEDULES = `
schedule cosine { warmup to 1e-3 over 10 cosine to 1e-4 until 100 }
schedule wsd { warmup to 1e-3 over 10 constant until 60 linear to 0 until 100 }
schedule flat { constant at 1e-3 over 200 }
`;
/** Of the constants E = 2, A = 0.1, C = 50. */
const LAW = `
law toy(lr, step) = E + A * area(lr, step)^-alpha - C * drops(lr, 1 - 0.9^(step - k + 1) for k in peak(lr) .. step) {
  alpha = 0.5
}
`;
const STEPS = [10, 20, 40, 50, 60, 70, 80, 90, 100];

/** The rates of a schedule of `SCHEDULES`, written down once more. */
const RATES: Readonly<Record<string, (step: number) => number>> = {
    cosine: (step) => (step <= 10 ? step * 1e-4 : 1e-4 + 4.5e-4 * (1 + Math.cos((Math.PI * (step - 10)) / 90))),
    wsd: (step) => (step <= 10 ? step * 1e-4 : step <= 60 ? 1e-3 : ((100 - step) / 40) * 1e-3),
    flat: () => 1e-3,
};

function lossAt(schedule: string, step: number): number {
    const rate = RATES[schedule];
    let [area, saved] = [0, 0];
    for (let k = 1; k <= step; k++) area += rate(k);
    const peak = schedule === 'flat' ? 0 : 10;
    for (let k = peak + 1; k <= step; k++) {
        const before = k === 1 && schedule === 'flat' ? 1e-3 : rate(k - 1);
        saved += (before - rate(k)) * (1 - 0.9 ** (step - k + 1));
    }
    return 2 + 0.1 * area ** -0.5 - 50 * saved;
}

function named(schedules: readonly string[]): string {
    const rows = schedules.flatMap((each) => STEPS.map((step) => `  | ${each} | ${step} | ${lossAt(each, step)} |`));
    return `runs curves {\n  | lr | step | loss |\n${rows.join('\n')}\n}\n`;
}

describe('a question about a schedule', () => {
    it('is asked by its name, also of another file of the folder', async () => {
        const spec = `${LAW}law mine = toy { E = 2 A = 0.1 C = 50 }
law through(s, t) = mine(step = t, lr = s)
predict rate(wsd, 80)
predict mine(wsd, 80)
predict through(cosine, 55)
predict peak(cosine)
`;
        const { predictions, diagnostics } = await studyOf(spec, { 'schedules.scaling': SCHEDULES });
        expect(diagnostics).toEqual([]);
        const values = predictions.map(({ estimate }) => estimate);
        expect(values[0]).toBe(5e-4);
        expect(values[1]).toBeCloseTo(lossAt('wsd', 80), 10);
        expect(values[2]).toBeCloseTo(lossAt('cosine', 55), 9);
        expect(values[3]).toBe(10);
    });

    it('says where the schedule ends', async () => {
        const spec = `${SCHEDULES}${LAW}law mine = toy { E = 2 A = 0.1 C = 50 }\npredict mine(wsd, 30000)\n`;
        const { predictions, diagnostics } = await studyOf(spec);
        expect(predictions[0].message).toBe('The schedule `wsd` ends at step 100; asked for 30,000.');
        expect(diagnostics.map(({ code }) => code)).toEqual(['beyond-schedule']);
    });

    it('has no answer while the schedule has errors, and says so once', async () => {
        const spec = `schedule bad { warmup over 3 }\npredict rate(bad, 2)\n`;
        const report = await studyOf(spec);
        expect(problemsOf(report)).toEqual(['1:16 error stage-rate']);
        expect(report.predictions[0].message).toBe('`bad` has errors.');
    });

    it('may be put to a budget', async () => {
        const spec = `${SCHEDULES}${LAW}law mine = toy { E = 2 A = 0.1 C = 50 }
budget shortest {
  minimize T
  subject to mine(flat, T) <= 2.5
  T in 1 .. 200
}
budget beyond {
  minimize T
  subject to mine(flat, T) <= 2.1
  T in 1 .. 2000
}
`;
        const { budgets } = await studyOf(spec);
        expect(budgets[0].variables[0].estimate).toBeCloseTo(40, 3);
        expect(budgets[1].status).not.toBe('optimal');
        expect(budgets[1].message).toContain('The schedule `flat` ends at step 200.');
    });
});

describe('a law of schedules', () => {
    const constants = { E: 2, A: 0.1, C: 50 };

    it('is fitted to rows that name theirs, and foretells another schedule', async () => {
        const spec = `${SCHEDULES}${LAW}${named(['cosine', 'flat', 'wsd'])}
fit toy to curves {
  objective squares
  holdout lr == "wsd"
}
predict toy(wsd, 100)
`;
        const report = await studyOf(spec);
        expect(report.diagnostics.map(({ message }) => message)).toEqual([
            'The rows of the schedule `flat` end at step 100 of its 200. If a run of `curves` was complete, its schedule is written too long.',
        ]);
        for (const [name, value] of Object.entries(constants)) {
            expect(estimatesOf(report)[name] / value).toBeCloseTo(1, 5);
        }
        expect(report.fits[0].holdout?.meanRelativeError).toBeLessThan(1e-6);
        expect(report.predictions[0].estimate).toBeCloseTo(lossAt('wsd', 100), 6);
        // The schedule is a name, not a number that could be exceeded.
        expect(report.predictions[0].extrapolation.map(({ quantity }) => quantity)).toEqual([]);
    });

    it('is fitted to rows with the rates of their run', async () => {
        const every = Array.from({ length: 100 }, (_, index) => index + 1);
        const rows = ['cosine', 'wsd'].flatMap((each) =>
            every.map((step) => `${each},${step},${RATES[each](step)},${lossAt(each, step)}`),
        );
        const csv = ['curve,step,lr,loss', ...rows.reverse()].join('\n');
        // The warm-up is recorded from step 1 on; the step before it had the same rate, as far as the rows tell.
        const spec = `${LAW}runs curves from "curves.csv" {
  series along step by curve
  curve
  S1 = area(lr, step)
}
fit toy to curves predicting loss { objective squares }
`;
        const report = await studyOf(spec, { 'curves.csv': csv });
        expect(problemsOf(report)).toEqual([]);
        for (const [name, value] of Object.entries(constants)) {
            expect(estimatesOf(report)[name] / value).toBeCloseTo(1, 5);
        }
        const S1 = report.runs[0].columns.find(({ name }) => name === 'S1');
        expect(S1?.range?.[0]).toBeCloseTo(1e-4, 12);
        const sums = ['cosine', 'wsd'].map((each) => every.reduce((sum, step) => sum + RATES[each](step), 0));
        expect(S1?.range?.[1]).toBeCloseTo(Math.max(...sums), 12);
    });

    it('says which rows have no schedule, or go beyond it', async () => {
        const spec = `${SCHEDULES}${LAW}${named(['cosine', 'wsd']).replace(/\}\n$/, '')}  | wsd | 101 | 2.1 |
  | wds | 100 | 2.1 |
  |  | 100 | 2.1 |
}
fit toy to curves { objective squares }
`;
        const { fits } = await studyOf(spec);
        expect(fits[0].excluded.map(({ reason, count }) => `${count} ${reason}`)).toEqual([
            '1 beyond the end of the schedule `wsd` at step 100',
            '1 there is no schedule named "wds"',
            '1 lr is missing',
        ]);
    });

    it('is computed again when a schedule changes, and only then', async () => {
        const spec = (end: string): string =>
            `schedule s { constant at 1e-3 over 50 linear to ${end} over 50 }
law area_law(lr, step) = k * area(lr, step)
runs r {
  | lr | step | y |
  | s | 50 | 0.05 |
  | s | 100 | 0.1 |
}
fit area_law to r predicting y { objective squares }
`;
        const [first, second] = [await studyOf(spec('0')), await studyOf(spec('1e-3'))];
        expect(estimatesOf(first).k).toBeGreaterThan(1.2);
        expect(estimatesOf(second).k).toBeCloseTo(1, 12);
    });

    it('needs to know which rows are one run where they have rates', async () => {
        const spec = `${LAW}runs curves from "curves.csv" {
  step
  loss
  S1 = area(lr, step)
}
fit toy to curves
`;
        const report = await studyOf(spec, {
            'curves.csv': 'step,lr,loss\n1,0.1,2\n2,0.1,1.9\n3,0.1,1.8\n4,0.1,1.7\n',
        });
        expect(report.diagnostics.map(({ message }) => message.slice(0, 88))).toEqual([
            '`lr` has the learning rate of each row, but `curves` does not say which rows are one run',
            '`lr` has the learning rate of each row, but `curves` does not say which rows are one run',
        ]);
    });

    it('refuses the rates of a run whose steps are no steps, or that are negative', async () => {
        const csv =
            'run,step,lr,loss\na,1,0.1,2\na,2.5,0.1,1.9\nb,1,0.1,1.8\nb,2,-0.1,1.7\nc,1,0.1,2\nc,9,0.1,1.9\nc,20,0.1,1.8\nc,30,0.1,1.7\nc,40,0.1,1.75\n';
        const spec = `law power(lr, step) = A * area(lr, step)^-alpha
runs curves from "curves.csv" { series along step by run }
fit power to curves predicting loss { objective squares }
`;
        const { fits } = await studyOf(spec, { 'curves.csv': csv });
        expect(fits[0].excluded.map(({ reason, count }) => `${count} ${reason}`)).toEqual([
            '2 a step of its run is no whole number from 0 on',
            '2 lr is negative in its run',
        ]);
    });

    it('is drawn along the steps of each schedule that was fitted, held out or asked for', async () => {
        const spec = `${SCHEDULES}schedule short { constant at 1e-3 over 40 }
${LAW}${named(['cosine', 'flat', 'wsd'])}fit toy to curves { objective squares holdout lr == "wsd" }
predict toy(short, 40)
`;
        const [picture] = await picturesOf(spec);
        expect(picture.kind === 'fit' && picture.axes.map(({ key }) => key)).toEqual(['step']);
        const lines = picture.kind === 'fit' ? picture.curves.step : [];
        const lasts = { 'lr = cosine': 100, 'lr = flat': 100, 'lr = wsd (held out)': 100, 'lr = short': 40 };
        expect(lines.map(({ label }) => label).sort()).toEqual(Object.keys(lasts).sort());
        for (const { label, x, y } of lines) {
            const last = y.filter((value) => value !== null).length - 1;
            expect(x[last]).toBe(lasts[label as keyof typeof lasts]);
            const name = label.replace(/lr = | \(held out\)/g, '');
            expect(y[last]).toBeCloseTo(lossAt(name === 'short' ? 'flat' : name, x[last]), 5);
        }
    });
});
