/** Fits in the JSON of the command line. */
import type { InfluenceReport, ReductionReport, RollingReport } from '../study/methodReports.js';
import type { FitReport, ParameterReport } from '../study/report.js';
import { estimateJson, type EstimateJson } from './estimateJson.js';
import { fileName, placeOfLine, type Sources } from '../quantity/fileLines.js';

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
        /** Of the row, by its name. */
        readonly file: string;
        /** From 1. */
        readonly line: number;
        readonly parameters: Readonly<
            Record<string, { readonly change: number | null; readonly changeInErrors: number | null }>
        >;
        readonly distance: number | null;
        readonly optimum: number | null;
    }[];
}

interface ReductionJson extends Pick<ReductionReport, 'method' | 'description' | 'warnings'> {
    /** `files` holds the name of the file of each of the `lines`. */
    readonly rows: readonly (ReductionReport['rows'][number] & { readonly files: readonly string[] })[];
}

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
        influence: influence && influenceJson(influence, fit.sources),
        reduction: reduction && reductionJson(reduction, fit.sources),
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

function influenceJson({ rows, optimum, message }: InfluenceReport, sources: Sources): InfluenceJson {
    return {
        rows: rows.map(({ line, parameters, ...row }) => ({
            ...placeJson(sources, line),
            parameters: Object.fromEntries(parameters.map(({ name, ...change }) => [name, change])),
            ...row,
        })),
        optimum,
        message,
    };
}

/** As people count. */
function placeJson(sources: Sources, line: number): { readonly file: string; readonly line: number } {
    const place = placeOfLine(sources, line);
    return { file: fileName(place.uri), line: place.line + 1 };
}

function reductionJson({ rows, ...reduction }: ReductionReport, sources: Sources): ReductionJson {
    return {
        ...reduction,
        rows: rows.map(({ lines, ...row }) => {
            const places = lines.map((line) => placeJson(sources, line));
            return { ...row, lines: places.map(({ line }) => line), files: places.map(({ file }) => file) };
        }),
    };
}
