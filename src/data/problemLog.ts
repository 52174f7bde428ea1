/** Collects problems without letting a million of them fill the memory: some in detail, the rest counted. */
import type { LineSpan, TableProblem, TableProblemCode } from './table.js';

/** In detail, per kind of problem and column, and in all. */
const DETAILED_PER_KIND = 100;
const DETAILED_IN_ALL = 1000;

interface Kind {
    readonly code: TableProblemCode;
    readonly column: string | undefined;
    readonly listed: TableProblem[];
    /** The first that is not listed, and how many are not. */
    overflow: TableProblem | undefined;
    unlisted: number;
}

const PLURALS: Readonly<Record<TableProblemCode, string>> = {
    'no-header': 'missing headers',
    'no-rows': 'empty tables',
    'doubled-column': 'doubled columns',
    'unnamed-column': 'unnamed columns',
    'too-few-cells': 'rows with too few cells',
    'too-many-cells': 'rows with too many cells',
    'not-a-number': 'cells that are not numbers',
    'not-a-date': 'cells that are not dates',
    'missing-value': 'missing values',
    'mixed-units': 'cells in another unit',
    'unknown-unit': 'unknown units',
    'ambiguous-comma': 'numbers whose comma can be read in two ways',
    malformed: 'rows that cannot be read',
};

export class ProblemLog {
    private readonly kinds = new Map<string, Kind>();
    private detailed = 0;

    /** `compose` is called only for problems that are listed. */
    add(
        code: TableProblemCode,
        column: string | undefined,
        compose: () => Omit<TableProblem, 'code' | 'column'>,
    ): void {
        const kind = this.kindOf(code, column);
        const full = kind.listed.length >= DETAILED_PER_KIND || this.detailed >= DETAILED_IN_ALL;
        if (!full || !kind.overflow) {
            const problem = { ...compose(), code, ...(column === undefined ? {} : { column }) };
            if (full) {
                kind.overflow = problem;
            } else {
                kind.listed.push(problem);
                this.detailed++;
            }
        }
        kind.unlisted += full ? 1 : 0;
    }

    /** Takes back what was said of one kind. */
    forget(code: TableProblemCode, column: string): void {
        const key = keyOf(code, column);
        this.detailed -= this.kinds.get(key)?.listed.length ?? 0;
        this.kinds.delete(key);
    }

    /** In the order of the text. */
    list(): TableProblem[] {
        const problems = [...this.kinds.values()].flatMap((kind) => [...kind.listed, ...summary(kind)]);
        return problems.sort((a, b) => compareSpans(a.span, b.span));
    }

    private kindOf(code: TableProblemCode, column: string | undefined): Kind {
        const key = keyOf(code, column);
        let kind = this.kinds.get(key);
        if (!kind) {
            kind = { code, column, listed: [], overflow: undefined, unlisted: 0 };
            this.kinds.set(key, kind);
        }
        return kind;
    }
}

function summary(kind: Kind): TableProblem[] {
    if (!kind.overflow) {
        return [];
    }
    if (kind.unlisted === 1) {
        return [kind.overflow];
    }
    const where = kind.column === undefined ? '' : ` in \`${kind.column}\``;
    const count = kind.unlisted.toLocaleString('en-US');
    return [
        {
            ...kind.overflow,
            message: `From here on, ${count} more ${PLURALS[kind.code]}${where} are not listed one by one.`,
        },
    ];
}

function keyOf(code: TableProblemCode, column: string | undefined): string {
    return `${code} ${column ?? ''}`;
}

function compareSpans(a: LineSpan, b: LineSpan): number {
    return a.line - b.line || a.start - b.start;
}
