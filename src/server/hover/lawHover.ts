/** A law and its parameters: the formula, what is written about it, and what it was fitted to. */
import { AstUtils, type AstNode } from 'langium';
import { documentationOf } from '../../language/documentation.js';
import { constantValue } from '../../language/constants.js';
import type { Law, Preset } from '../../language/generated/ast.js';
import { baseOf, chosenPreset, parameterEntries, presetsOf } from '../../language/laws.js';
import type { Scope } from '../../language/scope.js';
import type { ScalingSymbol } from '../../language/symbols.js';
import { isLibraryUri } from '../../language/library.js';
import type { FitReport, StudyReport } from '../../study/report.js';
import { formatQuantity } from '../../quantity/print.js';
import { fitHover, parameterCells } from './fitHover.js';
import { codeBlock, paragraphs, plain, table } from './markdown.js';

export function lawHover(law: Law, report: StudyReport | undefined, scope: Scope): string {
    const base = baseOf(law, scope);
    const fits = (report?.fits ?? []).filter((fit) => fit.law === law.name);
    const own = documentationOf(law);
    const inherited = base === undefined || base === law ? undefined : documentationOf(base);
    const preset = chosenPreset(law, scope);
    return paragraphs(
        codeBlock(signatureOf(law, base)),
        own,
        inherited,
        ...fits.map(fitHover),
        preset === undefined ? presetsText(law, scope) : presetText(preset),
        sourceText(base),
    );
}

/** `owner` is the law whose formula holds the parameter; fits are those of it and of laws that are aliases of it. */
export function parameterHover(
    { name, site }: ScalingSymbol,
    owner: Law,
    report: StudyReport | undefined,
    scope: Scope,
): string {
    const [entry] = parameterEntries(owner, name, scope);
    const written = entry?.$cstNode?.text.replace(/\s+/g, ' ') ?? name;
    const rows = (report?.fits ?? [])
        .filter((fit) => baseOfFit(fit, site.node, scope) === owner)
        .flatMap((fit) => {
            const parameter = fit.parameters.find((each) => each.name === name);
            return parameter === undefined ? [] : [[fitTitle(fit), ...parameterCells(parameter)]];
        });
    return paragraphs(
        codeBlock(written),
        `Parameter of \`${owner.name}\`.`,
        entry && documentationOf(entry),
        rows.length === 0 ? undefined : table([['fit', 'estimate', ''], ...rows]),
    );
}

/** `law f(N, D) = …`, an alias with the formula it stands for. */
function signatureOf(law: Law, base: Law | undefined): string {
    const written = base ?? law;
    const head = written.arguments.map(({ $cstNode, name }) => $cstNode?.text ?? name).join(', ');
    const formula = (written.block ?? written.body)?.$cstNode?.text ?? '…';
    return `law ${law.name}(${head}) = ${formula}`;
}

function fitTitle({ law, runs, group }: FitReport): string {
    return plain(`${law} to ${runs}${group === null ? '' : `, ${group}`}`);
}

function baseOfFit(fit: FitReport, from: AstNode, scope: Scope): Law | undefined {
    const law = scope.findLaw(fit.law, from);
    return law && baseOf(law, scope);
}

/** The constants that the law takes, and where they stand. */
function presetText(preset: Preset): string {
    const rows = preset.values.map(({ name, value }) => [name, formatQuantity(constantValue(value), CONSTANT_DIGITS)]);
    return paragraphs(
        `Constants of “${plain(preset.name)}”.`,
        documentationOf(preset),
        rows.length === 0 ? undefined : table([['constant', 'value'], ...rows]),
        rangesText(preset),
    );
}

function rangesText({ ranges }: Preset): string | undefined {
    const written = ranges.map(({ name, lower, upper }) => {
        const [from, to] = [lower, upper].map((end) => formatQuantity(constantValue(end), CONSTANT_DIGITS));
        return `${plain(name)} from ${from} to ${to}`;
    });
    return written.length === 0 ? undefined : `From runs with ${written.join(', ')}.`;
}

const CONSTANT_DIGITS = 6;

function presetsText(law: Law, scope: Scope): string | undefined {
    const names = presetsOf(law, scope).map(({ name }) => `“${plain(name)}”`);
    return names.length === 0 ? undefined : `Published constants: ${names.join(', ')}; take them with \`with\`.`;
}

function sourceText(base: Law | undefined): string | undefined {
    if (base === undefined) return undefined;
    const { uri } = AstUtils.getDocument(base);
    return isLibraryUri(uri) ? `From the law library: [${uri.path.slice(1)}](${uri.toString()})` : undefined;
}
