/**
 * Published fits on their own rows: the law, the data, and the objective that was reached. Where a paper prints constants
 * only, `published` is the objective at them, computed with NumPy.
 */
import { multiPowerRuns, type MultiPowerConstants } from './multiPowerLaw.js';
import { CHINCHILLA, estimatesOf, HUBER_OF_LOG, objectiveOf, SQUARES } from './problems.js';
import type { Columns, Options } from './problems.js';
import { chinchillaRuns, readColumns } from './publishedRuns.js';
import type { FitResult } from '../../../src/fit/result.js';

export interface PublishedFit {
    readonly law: string;
    readonly columns: Columns;
    readonly target: Float64Array;
    readonly options: Options;
    /** The published objective, summed. */
    readonly published: number;
    /** By how much the printed figure may be rounded up; 0 where it is computed. */
    readonly rounding: number;
    /** The objective in the sense of the paper. */
    objectiveAt(result: FitResult): number;
}

type Reader = () => PublishedFit | undefined;

/** Every published objective that the bars name; a reader answers undefined where its data are absent. */
export const PUBLISHED_FITS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
    ['chinchilla-epoch', chinchilla],
    ['parscale, stack', () => parallelScaling('stack-v2-python')],
    ['parscale, pile', () => parallelScaling('pile')],
    ['vocab, tokens as published', () => vocabulary('as published')],
    ['vocab, tokens corrected', () => vocabulary('corrected')],
    ['datablations', dataConstrained],
    ['gadre-overtraining, C4', () => overTraining('c4_original')],
    ['gadre-overtraining, RedPajama', () => overTraining('rpj')],
    ['gadre-overtraining, RefinedWeb', () => overTraining('rw_original')],
    ['multipowerlaw, 25M', () => multiPower(25)],
    ['multipowerlaw, 100M', () => multiPower(100)],
    ['multipowerlaw, 400M', () => multiPower(400)],
]);

/** Besiroglu et al. (2024), arXiv 2404.10102: the objective that their notebook prints. */
function chinchilla(): PublishedFit | undefined {
    const runs = chinchillaRuns();
    return (
        runs && {
            ...summed(0.00101827403, 0.5e-11),
            law: CHINCHILLA,
            columns: runs.columns,
            target: runs.loss,
            options: { objective: HUBER_OF_LOG },
        }
    );
}

/** Chen et al. (2025), arXiv 2505.10475: refitted from their code's table, P parallel streams. */
export function parallelScaling(dataset: 'stack-v2-python' | 'pile'): PublishedFit | undefined {
    const runs = readColumns('parscale/parscale_48.csv', (row) => row.dataset === dataset);
    return (
        runs && {
            ...summed(dataset === 'pile' ? 1.81393e-5 : 3.67674e-5, 0.5e-10),
            law: 'E + (A / (N * (k * log(P) + 1)))^alpha',
            columns: { N: runs.N, P: runs.P },
            target: runs.loss,
            options: { objective: HUBER_OF_LOG },
        }
    );
}

/**
 * Tao et al. (2024), arXiv 2407.13623, approach 3: unigram-normalised losses, negative, so not of the log. Their code counts
 * the tokens of H characters with V/1000 in place of V; `corrected` has V. The inputs are in their units, so that the
 * exponents are not tied to the scales.
 */
export function vocabulary(tokens: 'as published' | 'corrected'): PublishedFit | undefined {
    const runs = readColumns('vocab/vocab_1200.csv', (row) => row.used_in_approach3 === '1');
    if (runs === undefined) return undefined;
    const unit = tokens === 'corrected' ? 1 : 1000;
    const D = runs.H.map((characters, row) => {
        const logV = Math.log(runs.V[row] / unit);
        return (characters * (0.00639222 * logV ** 2 - 0.15811069 * logV + 1.20470122)) / 1e9;
    });
    return {
        ...summed(tokens === 'corrected' ? 0.0667859 : 0.0623154, 0.5e-7),
        law: '-E + A1 / Nnv^a1 + A2 / Nv^a2 + B / D^a1',
        columns: { Nnv: runs.Nnv.map((n) => n / 1e6), Nv: runs.Nv.map((n) => n / 1e6), D },
        target: runs.loss_u,
        options: { objective: { kind: 'huber', delta: 1e-3, ofLog: false } },
    };
}

/**
 * Muennighoff et al. (2023), arXiv 2305.16264, eq. 5 and 6: repeated tokens and excess parameters lose their value with the
 * half-lives RD and RN; the law of a single epoch is held at the authors' constants (alpha = beta).
 */
export function dataConstrained(): PublishedFit | undefined {
    const runs = readColumns('datablations/datablations_182.csv');
    if (runs === undefined) return undefined;
    const [A, B, E, alpha] = [Math.exp(6.255414), Math.exp(7.3049974), Math.exp(0.6254804), 0.3526596];
    // N_opt of U unique tokens is G²U for alpha = beta, G = (A/B)^(1/2alpha).
    const usefulN = `min(N, ${(A / B) ** (1 / alpha)} * U)`;
    const effective = (useful: string, all: string, halfLife: string) =>
        `(${useful} + ${useful} * ${halfLife} * (1 - exp(-max(${all} / ${useful} - 1, 0) / ${halfLife})))`;
    const [N, D] = [effective(usefulN, 'N', 'RN'), effective('U', 'D', 'RD')];
    return {
        ...summed(0.0158259, 0.5e-7),
        law: `${E} + ${A} / ${N}^${alpha} + ${B} / ${D}^${alpha}`,
        columns: { N: runs.N, D: runs.D, U: runs.U },
        target: runs.loss,
        // Their code searches the logarithms of both.
        options: { objective: HUBER_OF_LOG, specs: { RD: { lower: 0 }, RN: { lower: 0 } } },
    };
}

export type Corpus = 'c4_original' | 'rpj' | 'rw_original';

/** Sums of squares at the constants that the authors' code prints, on the five runs of their table 2. */
const OVER_TRAINING: Readonly<Record<Corpus, number>> = {
    c4_original: 0.0004141196351109337,
    rpj: 0.0004256486009197575,
    rw_original: 0.00008244439004277333,
};

/** Gadre et al. (2024), arXiv 2403.08540, eq. 4: M = D/N; loss on C4's evaluation set. */
export function overTraining(corpus: Corpus): PublishedFit | undefined {
    const runs = readColumns(
        'gadre-overtraining/gadre_104_runs.csv',
        ({ dataset, N, M }) =>
            dataset === corpus && ((Number(M) === 20 && Number(N) < 1e9) || (Number(M) === 320 && Number(N) < 2e7)),
    );
    return (
        runs && {
            ...summed(OVER_TRAINING[corpus], 0),
            law: 'E + (a * M^eta + b * M^-eta) * C^-eta',
            columns: { C: runs.C, M: runs.M },
            target: runs.loss_c4_val,
            options: { objective: SQUARES },
        }
    );
}

/** Luo et al. (2025), arXiv 2503.12811: the sums of what their log prints for the three curves of each size. */
const MULTI_POWER = { 25: 2.91223e-4, 100: 2.809624e-4, 400: 5.769852e-4 } as const;

export function multiPower(size: keyof typeof MULTI_POWER): PublishedFit | undefined {
    const runs = multiPowerRuns(size);
    return (
        runs && {
            published: MULTI_POWER[size],
            rounding: 0.5e-10,
            objectiveAt: (result) => runs.exactObjective(estimatesOf(result) as MultiPowerConstants),
            law: runs.law,
            columns: runs.columns,
            target: runs.loss,
            options: { objective: HUBER_OF_LOG },
        }
    );
}

function summed(published: number, rounding: number): Pick<PublishedFit, 'published' | 'rounding' | 'objectiveAt'> {
    return { published, rounding, objectiveAt: objectiveOf };
}
