/** Runs: where the rows stand, which columns there are, and which rows to keep. */
import { AstUtils, URI, UriUtils } from 'langium';
import { name, num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { substitute } from '../../expression/substitute.js';
import { namesOf } from '../../language/binding.js';
import {
    isColumn,
    isFilter,
    isInlineTable,
    isReference,
    isTextLiteral,
    type Column,
    type Expression,
    type Runs,
} from '../../language/generated/ast.js';
import { unitNamed } from '../../quantity/units.js';
import { rangeOf, rangeOfProperty, textOf } from '../places.js';
import { lowerCondition } from './condition.js';
import { constantNamed, ExpressionLowering, headerName, quoted } from './expression.js';
import type { LawLowering } from './law.js';
import type {
    ColumnPlan,
    FileSource,
    FilterPlan,
    FormulaPlan,
    InlineSource,
    LawPlan,
    Mention,
    RunsPlan,
} from './plan.js';

export function lowerRuns(runs: Runs, laws: LawLowering): RunsPlan {
    return {
        name: runs.name,
        uri: AstUtils.getDocument(runs).uri.toString(),
        range: rangeOfProperty(runs, 'name'),
        source: runs.file === undefined ? inlineSource(runs) : fileSource(runs, runs.file),
        columns: runs.entries.filter(isColumn).map((column) => lowerColumn(column, laws)),
        filters: runs.entries.filter(isFilter).map(({ condition }) => lowerFilter(condition, laws)),
    };
}

export function lowerFilter(condition: Expression, laws: LawLowering): FilterPlan {
    return {
        condition: lowerCondition(condition, (node) => lowerInRow(node, laws)),
        text: textOf(condition),
        mentions: namesIn(condition),
    };
}

export function lowerFormula(expression: Expression, laws: LawLowering): FormulaPlan {
    return {
        value: lowerInRow(expression, laws),
        text: textOf(expression),
        mentions: namesIn(expression),
    };
}

function lowerColumn(column: Column, laws: LawLowering): ColumnPlan {
    const unit = column.unit === undefined ? undefined : unitNamed(column.unit);
    return {
        name: column.name,
        value: column.value && lowerInRow(column.value, laws),
        unit: unit && { name: column.unit!, factor: unit.factor, dimension: unit.dimension },
        range: rangeOfProperty(column, 'name'),
        mentions: column.value ? [...namesIn(column.value), ...headersIn(column.value)] : [],
    };
}

/** A formula of columns. Rows come before fits, so that laws have their published values in it. */
function lowerInRow(expression: Expression, laws: LawLowering): Expr {
    const expressions = new ExpressionLowering({
        lowerName: (text) => constantNamed(text) ?? name(text),
        lowerText: (literal) => headerName(literal.text),
        findLaw: laws.findLaw,
        planOf: laws.planOf,
    });
    const value = expressions.lower(expression);
    const called = expressions.sources.calls.flatMap(({ law }) => [law, ...law.uses.map((use) => use.law)]);
    return substitute(value, new Map(called.flatMap(publishedConstants)));
}

function publishedConstants({ parameters, preset }: LawPlan): [string, Expr][] {
    return parameters.flatMap(({ name: parameter, qualified, pinned }): [string, Expr][] => {
        const value = pinned ?? preset?.get(parameter);
        return value === undefined ? [] : [[qualified, num(value)]];
    });
}

function namesIn(expression: Expression): Mention[] {
    return AstUtils.streamAst(expression)
        .filter(isReference)
        .flatMap((reference) =>
            namesOf(reference).map((each) => ({ name: each, range: rangeOfProperty(reference, 'name') })),
        )
        .filter((mention) => constantNamed(mention.name) === undefined)
        .toArray();
}

function headersIn(expression: Expression): Mention[] {
    return AstUtils.streamAst(expression)
        .filter(isTextLiteral)
        .map((literal) => ({ name: quoted(literal.text), range: rangeOf(literal) }))
        .toArray();
}

function inlineSource(runs: Runs): InlineSource | undefined {
    const table = runs.entries.find(isInlineTable);
    return table && { kind: 'inline', text: table.text, ...rangeOf(table).start };
}

/** A relative path is relative to the folder of the spec. */
function fileSource(runs: Runs, path: string): FileSource {
    const spec = AstUtils.getDocument(runs).uri;
    const isAbsolute = /^([A-Za-z]:)?[\\/]/.test(path);
    const uri = isAbsolute
        ? spec.with({ path: URI.file(path).path })
        : UriUtils.resolvePath(UriUtils.dirname(spec), path.replaceAll('\\', '/'));
    return { kind: 'file', path, uri: uri.toString(), range: rangeOfProperty(runs, 'file') };
}
