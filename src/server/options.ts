/** What the options of a fit can be, for completion and hovers; the language checks them. */
export interface OptionDoc {
    readonly name: string;
    /** As completion inserts it. */
    readonly snippet: string;
    readonly doc: string;
}

export const OBJECTIVES: readonly OptionDoc[] = [
    {
        name: 'huber',
        snippet: 'huber(${1:1e-3}) of log',
        doc: 'Squares of small residuals, absolute values of those beyond the given size: outliers count less. The default is `huber(1e-3) of log`.',
    },
    { name: 'squares', snippet: 'squares', doc: 'Least squares.' },
    { name: 'lad', snippet: 'lad', doc: 'Least absolute deviations.' },
    {
        name: 'asymmetric',
        snippet: 'asymmetric(${1:0.1})',
        doc: 'Least squares, with the given weight on residuals below the law: runs that were tuned worse lie above it.',
    },
];

export const SCALES: readonly OptionDoc[] = [
    { name: 'log', snippet: 'log', doc: 'Residuals of the logarithm: relative errors count, not absolute ones.' },
];

export const SOLVERS: readonly OptionDoc[] = [
    { name: 'default', snippet: 'default', doc: 'The global search of this tool, which needs no start.' },
    { name: 'lm', snippet: 'lm', doc: 'Plain Levenberg–Marquardt least squares, by ml-levenberg-marquardt.' },
];
