/** The law library as a page: docs/laws.md. */
import { firstSentence, type LawEntry, type PresetEntry } from '../language/catalogue.js';

export function catalogueMarkdown(laws: readonly LawEntry[]): string {
    const files = [...new Set(laws.map(({ file }) => file))];
    return [
        '# The law library',
        '',
        `${laws.length} laws in ${files.length} files of \`src/laws\`. This page is made from them by \`npm run generate\`; \`scaling laws WORD\` finds and explains them on the command line.`,
        '',
        ...overview(laws),
        ...files.flatMap((file) => laws.filter((law) => law.file === file).flatMap(section)),
    ]
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trimEnd()
        .concat('\n');
}

function overview(laws: readonly LawEntry[]): string[] {
    const groups = [...new Set(laws.map(({ group }) => group))];
    return groups.flatMap((title) => [
        `**${title}**`,
        '',
        '| law | what it says | published constants |',
        '| --- | --- | --- |',
        ...laws.filter(({ group }) => group === title).map(row),
        '',
    ]);
}

function row({ name, documentation, presets }: LawEntry): string {
    const constants = presets.map((preset) => preset.name).join(', ');
    return `| [\`${name}\`](#${name}) | ${cell(firstSentence(documentation))} | ${cell(constants)} |`;
}

function section({ name, head, formula, documentation, entries, objective, presets, file }: LawEntry): string[] {
    const settings = [...entries, ...(objective === undefined ? [] : [objective])];
    return [
        `## ${name}`,
        '',
        '```scaling',
        `law ${head} = ${formula}`,
        '```',
        '',
        documentation,
        '',
        ...(settings.length > 0 ? [`Its block: ${settings.map((entry) => `\`${entry}\``).join(', ')}.`, ''] : []),
        ...presets.flatMap(presetLines),
        `([${file}](../src/laws/${file}))`,
        '',
    ];
}

function presetLines({ name, documentation, values, ranges }: PresetEntry): string[] {
    const written = [...values.map(({ name: parameter, value }) => `${parameter} = ${value}`), ...ranges];
    const constants = written.join(', ');
    return [`- **“${name}”** ${documentation.replace(/\s+/g, ' ')} \`${constants}\``, ''];
}

function cell(text: string): string {
    return text.replaceAll('|', '\\|');
}
