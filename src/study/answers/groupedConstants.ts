/**
 * Constants that have a value for each value of a column, the other parameters shared: E becomes Σ E[g]·[column = g], where the
 * brackets are columns of zeros and ones. A fit of the formula needs nothing new.
 */
import type { Column } from '../../data/table.js';
import { binary, name } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { substitute } from '../../expression/substitute.js';
import type { ParameterSpec } from '../../fit/problem.js';
import { groupOf } from '../tables/groups.js';

export interface GroupedConstant {
    readonly parameter: string;
    readonly column: string;
    /** The values of the column among the rows fitted. */
    readonly groups: readonly string[];
}

/** `E[c4]` */
export function constantOf(parameter: string, group: string): string {
    return `${parameter}[${group}]`;
}

/** An argument that is 1 in one group and 0 in the others. */
export interface Indicator {
    readonly name: string;
    readonly column: string;
    readonly group: string;
}

/** One for each group of each column, however many constants have values for it. */
export function indicatorsOf(constants: readonly GroupedConstant[]): Indicator[] {
    const indicators = constants.flatMap(({ column, groups }) =>
        groups.map((group) => ({ name: indicatorName(column, group), column, group })),
    );
    return indicators.filter((each, index) => indicators.findIndex(({ name: other }) => other === each.name) === index);
}

function indicatorName(column: string, group: string): string {
    return `${column} = "${group}"`;
}

/** The law as it is fitted. */
export function expandConstants(law: Expr, constants: readonly GroupedConstant[]): Expr {
    const sums = constants.map(({ parameter, column, groups }) => {
        const terms = groups.map((group) =>
            binary('*', name(constantOf(parameter, group)), name(indicatorName(column, group))),
        );
        return [parameter, terms.reduce((sum, term) => binary('+', sum, term))] as const;
    });
    return substitute(law, new Map(sums));
}

/** The law as people read it: `E[dataset] + A / N^alpha`. */
export function abbreviateConstants(law: Expr, constants: readonly GroupedConstant[]): Expr {
    return substitute(
        law,
        new Map(constants.map(({ parameter, column }) => [parameter, name(constantOf(parameter, column))])),
    );
}

/** A constant's bounds and start are those of each of its values. */
export function expandParameters(
    parameters: readonly ParameterSpec[],
    constants: readonly GroupedConstant[],
): ParameterSpec[] {
    return parameters.flatMap((parameter) => {
        const constant = constants.find((each) => each.parameter === parameter.name);
        if (constant === undefined) return [parameter];
        return constant.groups.map((group) => ({ ...parameter, name: constantOf(parameter.name, group) }));
    });
}

/** NaN where the row's group is missing, or has no value of the constant. */
export function indicate(
    { column, group }: Indicator,
    constants: readonly GroupedConstant[],
    columns: ReadonlyMap<string, Column>,
    rows: Uint32Array,
): Float64Array {
    const values = columns.get(column);
    const known = new Set(constants.filter((each) => each.column === column).flatMap(({ groups }) => groups));
    return Float64Array.from(rows, (row) => {
        const found = values === undefined ? undefined : groupOf(values, row);
        if (found === undefined || !known.has(found)) return NaN;
        return found === group ? 1 : 0;
    });
}
