/** The tooltip as VS Code's hover: its colours, its font, no colour swatches. */
import type { Theme } from '../theme/theme.js';
import { panelDataset, type Datum, type PanelChart, type PanelDataset } from './config.js';

type TooltipOptions = NonNullable<NonNullable<NonNullable<PanelChart['options']>['plugins']>['tooltip']>;

export type DescribePoint = (
    dataset: PanelDataset,
    datum: Datum,
) => { readonly title: string; readonly lines: readonly string[] };

export function tooltipOptions(theme: Theme, describe: DescribePoint): TooltipOptions {
    const font = { family: theme.fontFamily, size: theme.fontSize + 1 };
    return {
        displayColors: false,
        animation: false,
        // One point at a time: what lies under it can be reached along x with the keys.
        filter: (item, index) => index === 0 && hasText(panelDataset(item.dataset)),
        backgroundColor: theme.tooltip.background,
        borderColor: theme.tooltip.border,
        borderWidth: 1,
        cornerRadius: 3,
        caretSize: 0,
        caretPadding: 10,
        padding: 8,
        titleColor: theme.tooltip.foreground,
        bodyColor: theme.tooltip.foreground,
        titleFont: { ...font, weight: 'bold' },
        bodyFont: font,
        titleMarginBottom: 4,
        callbacks: {
            title: ([item]) => (item ? describe(panelDataset(item.dataset), item.raw as Datum).title : ''),
            label: (item) => [...describe(panelDataset(item.dataset), item.raw as Datum).lines],
        },
    };
}

function hasText({ role }: PanelDataset): boolean {
    return role !== 'band' && role !== 'curve' && role !== 'spread' && role !== 'selection';
}
