/** The numbers of a method's picture: runs, curves, minima, one kind after the other. */
import type { FieldView } from '../../protocol/reductionView.js';
import { lineName, type Sources } from '../../quantity/fileLines.js';
import { csvText } from '../export/csv.js';
import { fieldRuns } from './fieldRuns.js';

/** Columns: kind, line (as the editor counts; with several files `b.csv:4`), the group's level, x, y, ends of the minimum's interval, why not used. */
export function fieldCsv(field: FieldView, sources: Sources): string {
    const { x, y, level, groups } = field;
    const header = ['kind', 'line', level.key, x.key, y, 'lower', 'upper', 'not_used'];
    const runs = fieldRuns(field).map((run) => [
        'run',
        lineName(sources, run.line),
        run.group === null ? null : groups[run.group].level,
        run.x,
        run.y,
        null,
        null,
        run.reason,
    ]);
    const curves = groups.flatMap(({ level: of, curve }) =>
        (curve?.x ?? []).map((at, index) => ['curve', null, of, at, curve!.y[index], null, null, null]),
    );
    const minima = groups.flatMap(({ level: of, minimum }) =>
        minimum === null
            ? []
            : [
                  [
                      'minimum',
                      null,
                      of,
                      minimum.x,
                      minimum.y,
                      minimum.interval?.[0] ?? null,
                      minimum.interval?.[1] ?? null,
                      null,
                  ],
              ],
    );
    return csvText(header, [...runs, ...curves, ...minima]);
}
