/** What papers print, against the specs of examples/published: the estimates of their fits. */

export interface Claim {
    /** In examples/published. */
    readonly spec: string;
    /** Files of the shared data that the spec names, by their own name. */
    readonly data: readonly string[];
    readonly fits: readonly PublishedFit[];
}

export interface PublishedFit {
    readonly law: string;
    readonly group?: string;
    /** Where we do not expect the published value: the objective that ours must not exceed. */
    readonly objective?: number;
    /** Each parameter with its published value, as printed, and how far ours may be from it, relatively. */
    readonly published: Readonly<Record<string, readonly [value: number, tolerance: number]>>;
}

export const CLAIMS: readonly Claim[] = [
    {
        spec: 'chinchilla-replication.scaling',
        data: ['chinchilla-epoch/svg_extracted_data.csv'],
        fits: [
            {
                law: 'surface',
                objective: 0.00101827403,
                // Besiroglu et al. 2024, table 1: a search that stopped early; the notebook's own optimum is nearer to ours.
                published: {
                    E: [1.8172, 1e-4],
                    A: [482.01, 0.01],
                    B: [2085.43, 0.03],
                    alpha: [0.3478, 2e-3],
                    beta: [0.3658, 4e-3],
                },
            },
        ],
    },
    {
        spec: 'parallel-streams.scaling',
        data: ['parscale/parscale_48.csv'],
        fits: [
            {
                law: 'parallel',
                group: 'stack-v2-python',
                published: { E: [0.6912, 1e-4], A: [1.13e7, 1e-3], alpha: [0.1894, 5e-4], k: [0.3934, 5e-4] },
            },
            {
                law: 'parallel',
                group: 'pile',
                published: { E: [1.2888, 3e-4], A: [1.973e8, 2e-3], alpha: [0.1963, 5e-4], k: [0.3344, 5e-4] },
            },
        ],
    },
    {
        spec: 'over-training.scaling',
        data: ['gadre-overtraining/gadre_104_runs.csv'],
        fits: [
            {
                law: 'surface',
                group: 'c4_original',
                published: { E: [1.51, 2e-3], a: [141, 3e-3], b: [190, 3e-3], eta: [0.121, 3e-3] },
            },
            {
                law: 'surface',
                group: 'rpj',
                published: { E: [1.84, 2e-3], a: [212, 3e-3], b: [367, 1e-3], eta: [0.136, 4e-3] },
            },
            {
                law: 'surface',
                group: 'rw_original',
                published: { E: [1.73, 3e-3], a: [157, 3e-3], b: [246, 1e-3], eta: [0.127, 2e-3] },
            },
            {
                law: 'task_error',
                group: 'c4_original',
                published: { epsilon: [0.85, 1e-3], k: [2.08, 3e-3], gamma: [0.756, 1e-3] },
            },
            {
                law: 'task_error',
                group: 'rpj',
                published: { epsilon: [0.857, 1e-3], k: [2.21, 3e-3], gamma: [0.715, 1e-3] },
            },
            {
                law: 'task_error',
                group: 'rw_original',
                published: { epsilon: [0.865, 1e-3], k: [2.21, 3e-3], gamma: [0.707, 1e-3] },
            },
        ],
    },
    {
        spec: 'repeated-data.scaling',
        data: ['datablations/datablations_182.csv'],
        // The published R_D 15.39, R_N 5.31 have the objective 0.0158259: a local optimum.
        fits: [{ law: 'surface', objective: 0.0158047, published: {} }],
    },
    {
        spec: 'vocabulary.scaling',
        data: ['vocab/exp_data.csv'],
        fits: [
            {
                law: 'as_published',
                // That of the printed constants is 0.0623154.
                objective: 0.0622915,
                published: {
                    E: [5.533, 1e-3],
                    A_1: [1.825, 5e-3],
                    A_2: [0.196, 0.03],
                    B: [2.124, 2e-3],
                    alpha_1: [0.447, 5e-3],
                    alpha_2: [0.671, 0.015],
                },
            },
        ],
    },
    {
        spec: 'visual-tokens.scaling',
        data: ['llava-token-compression/llava_token_compression_56.csv'],
        // From a random part of a grid.
        fits: [{ law: 'small', published: { alpha: [0.077, 0.1], beta: [0.015, 0.02] } }],
    },
    {
        spec: 'lower-envelope.scaling',
        data: ['kyo-takano/df.csv'],
        fits: [
            {
                law: 'envelope',
                published: {
                    E: [1.7002408, 1e-4],
                    A: [184.6915, 2e-3],
                    B: [1633.4787, 2e-3],
                    alpha: [0.2890076, 2e-4],
                    beta: [0.3557941, 2e-4],
                },
            },
        ],
    },
    {
        spec: 'compute-conventions.scaling',
        data: ['porian/porian_isoflop_points.csv'],
        // Published are fits to medians over simulated seeds, with the 95 % intervals of noise alone.
        fits: [
            { law: 'best_size', group: 'rw_base_long_kaplan_kaplan_train', published: { a: [0.8353, 0.005] } },
            { law: 'best_size', group: 'rw_base_long_kaplan_standard_val', published: { a: [0.7065, 0.01] } },
            { law: 'best_size', group: 'rw_base_short_kaplan_standard_val', published: { a: [0.602, 0.01] } },
            { law: 'best_size', group: 'rw_base_short_chinchilla_standard_val', published: { a: [0.5715, 0.005] } },
            { law: 'best_size', group: 'rw_tuned_short_const_standard_val', published: { a: [0.4969, 0.005] } },
        ],
    },
    {
        spec: 'task-accuracy.scaling',
        data: ['pythia/pythia_v1_downstream.csv'],
        fits: [{ law: 'accuracy', published: {} }],
    },
    {
        // Li et al. 2025, equation 1. The grid is in factors of √2 and the valley flat: what the paper made of it is not known to the
        // digit (their own 1,000 refits have standard deviations of 0.030, 0.019 and 0.019), and a lowest run per pair is farther off.
        spec: 'optimal-hyperparameters.scaling',
        data: ['steplaw/dense_lr_bs_loss.csv'],
        fits: [
            { law: 'rate_opt', published: { a: [-0.713, 0.08], b: [0.307, 0.37] } },
            { law: 'batch_opt', published: { b: [0.571, 0.08] } },
        ],
    },
    {
        // The power law: NumPy's least squares of ln(-ln coverage) against ln k, on the published coverage. The beta distribution:
        // maximum likelihood of the counts (SciPy), which weighs the problems in another way than the coverage does.
        spec: 'repeated-sampling.scaling',
        data: ['monkeys/pythia_math_counts.csv'],
        fits: [
            {
                law: 'power',
                group: 'Pythia 70M',
                published: { a: [7.773344, 1e-5], b: [-0.189596, 1e-5] },
            },
            {
                law: 'power',
                group: 'Pythia 160M',
                published: { a: [6.505433, 1e-5], b: [-0.277105, 1e-5] },
            },
            {
                law: 'power',
                group: 'Pythia 410M',
                published: { a: [5.458142, 1e-5], b: [-0.28443, 1e-5] },
            },
            {
                law: 'power',
                group: 'Pythia 1B',
                published: { a: [5.274113, 1e-5], b: [-0.309449, 1e-5] },
            },
            {
                law: 'power',
                group: 'Pythia 2.8B',
                published: { a: [4.131472, 1e-5], b: [-0.335689, 1e-5] },
            },
            {
                law: 'power',
                group: 'Pythia 6.9B',
                published: { a: [4.282876, 1e-5], b: [-0.348606, 1e-5] },
            },
            {
                law: 'power',
                group: 'Pythia 12B',
                published: { a: [4.097165, 1e-5], b: [-0.368686, 1e-5] },
            },
            {
                law: 'beta',
                group: 'Pythia 70M',
                published: { a: [0.06504, 0.2] },
            },
            {
                law: 'beta',
                group: 'Pythia 1B',
                published: { a: [0.21555, 0.06] },
            },
            {
                law: 'beta',
                group: 'Pythia 12B',
                published: { a: [0.29551, 0.03] },
            },
        ],
    },
    {
        spec: 'learning-rate-schedules.scaling',
        data: [
            'cosine_24000',
            'constant_24000',
            'wsdcon_9',
            'cosine_72000',
            'constant_72000',
            'wsd_20000_24000',
            'wsdld_20000_24000',
            'wsdcon_3',
            'wsdcon_18',
        ].map((name) => `multipowerlaw/csv_400/${name}.csv`),
        fits: [
            {
                law: 'multi_power',
                // That of the published constants is 5.79e-4: their search stopped early.
                objective: 7.9e-5,
                published: { L0: [2.37474, 0.05], A: [0.65421, 0.1], alpha: [0.42879, 0.05], gamma: [0.63472, 0.1] },
            },
            {
                law: 'lr_annealing',
                // Nothing is published for these curves; SciPy finds the same optimum.
                objective: 2.2904e-4,
                published: { L0: [2.5245, 1e-3], A: [0.6537, 1e-3], alpha: [0.42035, 1e-3], C: [0.57, 1e-3] },
            },
        ],
    },
];
