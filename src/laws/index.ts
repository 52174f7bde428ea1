/** The law library: specs in the product's own language, bundled as text. A new law is a new `.scaling` file listed here. */
import brokenPower from './broken-power.scaling';
import chinchillaFrontier from './chinchilla-frontier.scaling';
import chinchilla from './chinchilla.scaling';
import computePower from './compute-power.scaling';
import cost from './cost.scaling';
import coverage from './coverage.scaling';
import criticalBatch from './critical-batch.scaling';
import dataConstrained from './data-constrained.scaling';
import dataFiltering from './data-filtering.scaling';
import dataPower from './data-power.scaling';
import density from './density.scaling';
import dit from './dit.scaling';
import downstream from './downstream.scaling';
import farseer from './farseer.scaling';
import flops from './flops.scaling';
import hyperparameters from './hyperparameters.scaling';
import inference from './inference.scaling';
import kaplanFrontier from './kaplan-frontier.scaling';
import kaplanTrajectory from './kaplan-trajectory.scaling';
import kaplan from './kaplan.scaling';
import knowledge from './knowledge.scaling';
import learningRate from './learning-rate.scaling';
import metrics from './metrics.scaling';
import minicpm from './minicpm.scaling';
import moe from './moe.scaling';
import nmt from './nmt.scaling';
import optimalSize from './optimal-size.scaling';
import overtraining from './overtraining.scaling';
import parscale from './parscale.scaling';
import passAtK from './pass-at-k.scaling';
import powerLaw from './power-law.scaling';
import precision from './precision.scaling';
import quantization from './quantization.scaling';
import retrieval from './retrieval.scaling';
import sizePower from './size-power.scaling';
import stepLaw from './step-law.scaling';
import testTime from './test-time.scaling';
import theory from './theory.scaling';
import transfer from './transfer.scaling';
import transformerFlops from './transformer-flops.scaling';
import vision from './vision.scaling';
import vocabulary from './vocabulary.scaling';

export interface LibraryFile {
    /** The file's name, for example `chinchilla.scaling`. */
    readonly name: string;
    readonly text: string;
    /** What its laws are about. */
    readonly group: string;
}

/** By what laws are about, the most asked for first. */
const GROUPS: readonly (readonly [group: string, files: Readonly<Record<string, string>>])[] = [
    [
        'Loss of language models',
        {
            chinchilla,
            kaplan,
            'kaplan-trajectory': kaplanTrajectory,
            'learning-rate': learningRate,
            overtraining,
            'data-constrained': dataConstrained,
            minicpm,
            farseer,
            parscale,
            moe,
            vocabulary,
        },
    ],
    [
        'Power laws of one quantity',
        {
            'power-law': powerLaw,
            'size-power': sizePower,
            'data-power': dataPower,
            'compute-power': computePower,
            'broken-power': brokenPower,
        },
    ],
    [
        'Loss in few bits',
        {
            precision,
            quantization,
        },
    ],
    [
        'Other data and models',
        {
            'data-filtering': dataFiltering,
            nmt,
            vision,
            dit,
            knowledge,
        },
    ],
    [
        'Downstream',
        {
            downstream,
            density,
            metrics,
        },
    ],
    [
        'Test time',
        {
            coverage,
            'pass-at-k': passAtK,
            'test-time': testTime,
            retrieval,
        },
    ],
    [
        'Best size and tokens for a compute',
        {
            'chinchilla-frontier': chinchillaFrontier,
            'kaplan-frontier': kaplanFrontier,
            'optimal-size': optimalSize,
        },
    ],
    [
        'Hyper-parameters',
        {
            'critical-batch': criticalBatch,
            hyperparameters,
            'step-law': stepLaw,
            transfer,
        },
    ],
    [
        'Compute, memory and money',
        {
            flops,
            'transformer-flops': transformerFlops,
            inference,
            cost,
        },
    ],
    [
        'Relations between exponents',
        {
            theory,
        },
    ],
];

export const LIBRARY: readonly LibraryFile[] = GROUPS.flatMap(([group, files]) =>
    Object.entries(files).map(([file, text]) => ({ name: `${file}.scaling`, text, group })),
);
