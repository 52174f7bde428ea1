/** The numbers of a rolling hold-out, one row for each cut. */
import type { RollingView } from '../../protocol/fitView.js';
import { csvText } from '../export/csv.js';

export function rollingCsv({ along, cuts }: RollingView): string {
    const names = (cuts[0]?.parameters ?? []).map(({ name }) => name);
    const header = [along, 'rows_below', 'reach', 'rows_above', 'relative_error', 'log_error', 'bias', ...names];
    return csvText(
        header,
        cuts.map((cut) => [
            cut.cut,
            cut.rowsBelow,
            cut.reach,
            cut.rowsAbove,
            cut.meanRelativeError,
            cut.meanLogError,
            cut.bias,
            ...cut.parameters.map(({ estimate }) => estimate),
        ]),
    );
}
