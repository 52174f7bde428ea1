/** The specs of examples/budgets: their texts, their budgets and what a study answers. */
import { readdirSync, readFileSync } from 'node:fs';
import type { BudgetReport, StudyReport } from '../../src/study/report.js';
import { studyOf } from '../study/studyOf.js';

const FOLDER = new URL('../../examples/budgets/', import.meta.url);
const EXTENSION = '.scaling';
/** A budget with its comment; the only braces in it are those of lists. */
const BUDGETS = /(?:^\/\/\/.*\n)*^budget (\w+) \{((?:[^{}]|\{[^{}]*\})*)^\}$/gm;

export const SPECS: readonly string[] = readdirSync(FOLDER)
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length));

const texts = new Map(SPECS.map((spec) => [spec, readFileSync(new URL(spec + EXTENSION, FOLDER), 'utf8')]));
const reports = new Map<string, Promise<StudyReport>>();

export function textOf(spec: string): string {
    return texts.get(spec)!;
}

export function reportOf(spec: string): Promise<StudyReport> {
    const report = reports.get(spec) ?? studyOf(texts.get(spec)!);
    reports.set(spec, report);
    return report;
}

export async function budgetOf(spec: string, name: string): Promise<BudgetReport> {
    const found = (await reportOf(spec)).budgets.find((budget) => budget.name === name);
    if (!found) throw new Error(`${spec} has no budget ${name}.`);
    return found;
}

/** What stands between the braces of a budget. */
export function bodyOf(spec: string, name: string): string {
    const found = [...texts.get(spec)!.matchAll(BUDGETS)].find((match) => match[1] === name);
    if (!found) throw new Error(`${spec} has no budget ${name}.`);
    return found[2];
}

/** The spec with other budgets instead of its own, and nothing to predict. */
export function withBudgets(spec: string, budgets: readonly string[]): string {
    return [
        texts
            .get(spec)!
            .replaceAll(BUDGETS, '')
            .replaceAll(/^predict .*$/gm, ''),
        ...budgets,
    ].join('\n');
}
