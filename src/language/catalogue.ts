/** The law library as a reader finds it: each law with what is written about it, in the order of files and text. */
import { AstUtils, EmptyFileSystem, type AstNode } from 'langium';
import { documentationOf } from './documentation.js';
import { isLaw, isObjectiveOption, isParameter, isPreset, type Law, type Preset } from './generated/ast.js';
import { parametersOf } from './laws.js';
import { createScalingServices } from './module.js';
import type { Scope } from './scope.js';

export interface LawEntry {
    readonly name: string;
    /** For example `chinchilla.scaling`. */
    readonly file: string;
    /** What the laws of its file are about. */
    readonly group: string;
    /** `chinchilla(N in params, D in tokens)`; a bare name for another name of a law. */
    readonly head: string;
    /** As written. */
    readonly formula: string;
    /** Markdown; the first sentence says what the law relates. */
    readonly documentation: string;
    readonly parameters: readonly string[];
    /** What the block says of them, as written: bounds, pins and ties. */
    readonly entries: readonly string[];
    /** How its authors fitted it, as written; undefined where nothing is said. */
    readonly objective: string | undefined;
    readonly presets: readonly PresetEntry[];
}

export interface PresetEntry {
    readonly name: string;
    readonly documentation: string;
    /** As written. */
    readonly values: readonly { readonly name: string; readonly value: string }[];
    /** `N in 70M .. 16B`, as written. */
    readonly ranges: readonly string[];
}

/** Reads the library without an editor. */
export function lawCatalogue(): readonly LawEntry[] {
    const { Library: library, Scope: scope } = createScalingServices(EmptyFileSystem).scaling.names;
    return library
        .specifications()
        .flatMap(({ statements }) => statements.filter(isLaw))
        .map((law) => ({ ...entryOf(law, scope), group: library.groupOf(law.name) ?? '' }));
}

function entryOf(law: Law, scope: Scope): Omit<LawEntry, 'group'> {
    const { path } = AstUtils.getDocument(law).uri;
    const written = law.arguments.map(textOf).join(', ');
    return {
        name: law.name,
        file: path.slice(1),
        head: law.close === undefined ? law.name : `${law.name}(${written})`,
        formula: textOf(law.block ?? law.body),
        documentation: documentationOf(law) ?? '',
        parameters: parametersOf(law, scope) ?? [],
        entries: law.entries.filter(isParameter).map(textOf),
        objective: law.entries.filter(isObjectiveOption).map(textOf)[0],
        presets: law.entries.filter(isPreset).map(presetOf),
    };
}

function presetOf(preset: Preset): PresetEntry {
    return {
        name: preset.name,
        documentation: documentationOf(preset) ?? '',
        values: preset.values.map(({ name, value }) => ({ name, value: textOf(value) })),
        ranges: preset.ranges.map(textOf),
    };
}

function textOf(node: AstNode | undefined): string {
    return node?.$cstNode?.text ?? '';
}

/** A sentence longer than this is cut at its colon. */
const LONG = 110;

/** The first sentence of a text of several lines, without what follows the colon of a long one. */
export function firstSentence(documentation: string): string {
    const paragraph = documentation
        .split(/\n\s*\n/)[0]
        .replace(/\s+/g, ' ')
        .trim();
    const sentence = /^.*?\.(?=\s|$)/.exec(paragraph)?.[0] ?? paragraph;
    const head = /^(.{20,}?):\s/.exec(sentence)?.[1];
    return sentence.length > LONG && head !== undefined ? `${head}.` : sentence;
}

/** Laws whose name, file or documentation hold all words, whatever their case; the name's own matches first. */
export function lawsAbout(entries: readonly LawEntry[], words: readonly string[]): readonly LawEntry[] {
    const wanted = words.map((word) => word.toLowerCase());
    const holds = (text: string): boolean => wanted.every((word) => text.toLowerCase().includes(word));
    const byName = entries.filter(({ name }) => holds(name));
    const byText = entries.filter((each) =>
        holds([each.name, each.file, each.documentation, presetText(each)].join(' ')),
    );
    return [...new Set([...byName, ...byText])];
}

function presetText({ presets }: LawEntry): string {
    return presets.map(({ name, documentation }) => `${name} ${documentation}`).join(' ');
}
