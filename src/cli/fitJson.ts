/** Fits in the JSON of the command line. */
import type { InfluenceReport, ReductionReport, RollingReport } from '../study/methodReports.js';
import type { FitReport, ParameterReport } from '../study/report.js';
import { estimateJson, type EstimateJson } from './estimateJson.js';

export interface FitJson {
    readonly law: string;
    readonly runs: string;
    readonly group: string | null;
    readonly rows: number;
    readonly objective: number | null;
    readonly parameters: ParametersJson;
    readonly stopped: string;
    readonly search: {
        readonly candidates: number;
        readonly starts: number;
        readonly reachedBest: number;
        readonly optima: number;
        readonly rivals: readonly {
            readonly parameters: Readonly<Record<string, number>>;
            readonly objective: number;
            readonly indistinguishable: boolean;
        }[];
    };
    readonly holdout: FitReport['holdout'];
    readonly rolling: RollingJson | null;
    readonly influence: InfluenceJson | null;
    readonly reduction: ReductionJson | null;
}

export type ParametersJson = Readonly<
    Record<string, EstimateJson & { readonly status: string; readonly standardError: number | null }>
>;

interface RollingJson extends Pick<RollingReport, 'along' | 'message'> {
    readonly cuts: readonly (Omit<RollingReport['cuts'][number], 'parameters' | 'stopped'> & {
        readonly parameters: Readonly<Record<string, number | null>>;
        readonly stopped: string;
    })[];
}

interface InfluenceJson extends Pick<InfluenceReport, 'optimum' | 'message'> {
    readonly rows: readonly {
        /** From 1, in the file of the runs. */
        readonly line: number;
        readonly parameters: Readonly<
            Record<string, { readonly change: number | null; readonly changeInErrors: number | null }>
        >;
        readonly distance: number | null;
        readonly optimum: number | null;
    }[];
}

type ReductionJson = Pick<ReductionReport, 'method' | 'description' | 'rows' | 'warnings'>;

export function fitJson(fit: FitReport): FitJson {
    const { law, runs, group, rows, objective, parameters, stopped, search, holdout, rolling, influence, reduction } =
        fit;
    const names = parameters.map(({ name }) => name);
    return {
        law,
        runs,
        group,
        rows,
        objective,
        parameters: parametersJson(parameters),
        stopped: stopped.code,
        search: {
            ...search,
            rivals: search.rivals.map((rival) => ({
                ...rival,
                parameters: Object.fromEntries(rival.parameters.map((value, index) => [names[index], value])),
            })),
        },
        holdout,
        rolling: rolling && rollingJson(rolling),
        influence: influence && influenceJson(influence),
        reduction: reduction && reductionJson(reduction),
    };
}

export function parametersJson(parameters: readonly ParameterReport[]): ParametersJson {
    return Object.fromEntries(
        parameters.map(({ name, status, standardError, ...value }) => [
            name,
            { ...estimateJson(value), status, standardError },
        ]),
    );
}

function rollingJson({ along, cuts, message }: RollingReport): RollingJson {
    return {
        along,
        cuts: cuts.map(({ parameters, stopped, ...cut }) => ({
            ...cut,
            parameters: Object.fromEntries(parameters.map(({ name, estimate }) => [name, estimate])),
            stopped: stopped.code,
        })),
        message,
    };
}

function influenceJson({ rows, optimum, message }: InfluenceReport): InfluenceJson {
    return {
        rows: rows.map(({ line, parameters, ...row }) => ({
            line: line + 1,
            parameters: Object.fromEntries(parameters.map(({ name, ...change }) => [name, change])),
            ...row,
        })),
        optimum,
        message,
    };
}

function reductionJson({ rows, ...reduction }: ReductionReport): ReductionJson {
    return {
        ...reduction,
        rows: rows.map(({ lines, ...row }) => ({ ...row, lines: lines.map((line) => line + 1) })),
    };
}
