/** `scaling laws`: the law library, listed and explained. */
import { firstSentence, lawCatalogue, lawsAbout, type LawEntry } from '../language/catalogue.js';
import type { LawsCommand } from './command.js';
import { catalogueMarkdown } from './lawsMarkdown.js';

/** So many laws are explained; more are listed. */
const EXPLAINED = 3;

export function laws({ words, json, markdown }: LawsCommand): number {
    const catalogue = lawCatalogue();
    const found = lawsAbout(catalogue, words);
    if (found.length === 0) {
        process.stderr.write(
            `scaling: no law is about ${words.join(' ')}; \`scaling laws\` lists all ${catalogue.length}.\n`,
        );
        return 1;
    }
    if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else if (markdown) process.stdout.write(catalogueMarkdown(found));
    else process.stdout.write(textOf(exact(found, words) ?? found, words.length > 0));
    return 0;
}

/** The law that is asked for by its whole name. */
function exact(found: readonly LawEntry[], words: readonly string[]): readonly LawEntry[] | undefined {
    const law = found.find(({ name }) => name === words.join(' '));
    return law && [law];
}

function textOf(found: readonly LawEntry[], isAsked: boolean): string {
    if (isAsked && found.length <= EXPLAINED) return found.map(explanation).join('\n');
    const width = Math.max(...found.map(({ name }) => name.length));
    const groups = [...new Set(found.map(({ group }) => group))];
    const line = ({ name, documentation }: LawEntry): string =>
        `  ${name.padEnd(width)}  ${firstSentence(documentation)}\n`;
    return groups
        .map((title) => [`${title}\n`, ...found.filter(({ group }) => group === title).map(line)].join(''))
        .join('\n');
}

function explanation({ head, formula, documentation, entries, objective, presets, file }: LawEntry): string {
    const settings = [...entries, ...(objective === undefined ? [] : [objective])];
    return [
        `law ${head} = ${formula}`,
        '',
        ...documentation.split('\n').map((line) => `  ${line}`.trimEnd()),
        ...(settings.length > 0 ? ['', ...settings.map((entry) => `  ${entry}`)] : []),
        ...presets.flatMap(({ name, documentation: text, values, ranges }) => [
            '',
            `  with "${name}"`,
            ...text.split('\n').map((line) => `    ${line}`.trimEnd()),
            ...values.map(({ name: parameter, value }) => `    ${parameter} = ${value}`),
            ...ranges.map((range) => `    ${range}`),
        ]),
        '',
        `  ${file}`,
        '',
    ].join('\n');
}
