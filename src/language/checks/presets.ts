/** Presets: that the one chosen is there, that each gives every parameter a value, and where its runs were. */
import type { Law, Preset, PresetRange, PresetValue } from '../generated/ast.js';
import { argumentsOf, baseOf, parametersOf, presetsOf } from '../laws.js';
import { list, suggestion } from '../wording.js';
import type { Check } from './check.js';
import { constantOf } from './numbers.js';
import { checkBounds, notAParameter } from './parameters.js';

export const checkPresetChoice: Check<Law> = (law, report, { scope, syntax }) => {
    const base = baseOf(law, scope);
    if (law.preset === undefined || base === undefined || syntax.isDamaged(base)) return;
    const names = presetsOf(law, scope).map(({ name }) => name);
    if (names.includes(law.preset)) return;
    const there =
        names.length === 0
            ? ` It has none: add \`preset "${law.preset}" { … }\` to its block.`
            : suggestion(law.preset, names) || ` It has ${list(names)}.`;
    const message = `\`${law.name}\` has no preset "${law.preset}".${there}`;
    report('error', 'unknown-preset', message, { node: law, property: 'preset' });
};

export const checkPresetValues: Check<Preset> = (preset, report, { scope, syntax }) => {
    const law = preset.$container;
    const base = baseOf(law, scope);
    const parameters = parametersOf(law, scope);
    if (base === undefined || parameters === undefined || syntax.isHeadDamaged(base) || syntax.isDamaged(preset))
        return;
    const given = new Set(preset.values.map(({ name }) => name));
    for (const value of preset.values) {
        if (value.name === undefined || parameters.includes(value.name)) continue;
        const message = notAParameter(value.name, law, base, parameters);
        report('error', 'unknown-parameter', message, { node: value, property: 'name' });
    }
    const missing = parameters.filter((name) => !given.has(name));
    if (missing.length === 0) return;
    const message = `The preset "${preset.name}" gives ${list(missing)} no value: a preset gives one to every parameter.`;
    report('error', 'incomplete-preset', message, { node: preset, property: 'name' });
};

export const checkPresetValue: Check<PresetValue> = ({ value }, report) => {
    constantOf(value, report);
};

export const checkPresetRange: Check<PresetRange> = (range, report, { scope, syntax }) => {
    const { name, lower, upper } = range;
    const law = range.$container.$container;
    const base = baseOf(law, scope);
    const names = argumentsOf(law, scope)?.map((argument) => argument.name);
    if (name !== undefined && base && names && !names.includes(name) && !syntax.isHeadDamaged(base)) {
        const message = `\`${name}\` is no argument of \`${base.name}\`: a range says from where to where an argument went.${suggestion(name, names)}`;
        report('error', 'unknown-argument', message, { node: range, property: 'name' });
    }
    const [low, high] = [constantOf(lower, report), constantOf(upper, report)];
    if (low !== undefined && high !== undefined) checkBounds(lower, low, high, name, report);
};
