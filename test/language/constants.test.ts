/** Values of expressions that are made of numbers alone. */
import { AstUtils, EmptyFileSystem } from 'langium';
import { expect, test } from 'vitest';
import { numbersOf } from '../../src/language/choices.js';
import { constantValue } from '../../src/language/constants.js';
import { isChoice, isParameter, isSweep } from '../../src/language/generated/ast.js';
import { createScalingServices } from '../../src/language/module.js';

const { scaling } = createScalingServices(EmptyFileSystem);

function endsOf(range: string): (number | undefined)[] {
    const { value } = scaling.parser.LangiumParser.parse(`budget b {\n  for p in ${range}\n}`);
    const sweep = AstUtils.streamAst(value).find(isSweep)!;
    return [constantValue(sweep.lower), constantValue(sweep.upper)];
}

test('a unit at the upper end of a range goes for a plain number at the lower end', () => {
    expect(endsOf('0.5 .. 8 USD/GPU-hour')).toEqual([0.5 / 3600, 8 / 3600]);
    expect(endsOf('1e-2 .. 10K PFLOP-days')).toEqual([1e-2 * 8.64e19, 1e4 * 8.64e19]);
    expect(endsOf('30 minutes .. 2 hours')).toEqual([1800, 7200]);
    expect(endsOf('1e19 .. 1e26')).toEqual([1e19, 1e26]);
    expect(endsOf('2 * 3 .. 8 hours')).toEqual([6, 28800]);
});

test('a unit at the lower end goes for a plain number at the upper end', () => {
    expect(endsOf('10 GPU-days .. 1000')).toEqual([864000, 864e5]);
    expect(endsOf('1 minutes .. 2 hours')).toEqual([60, 7200]);
});

test('the last unit of a list goes for its plain numbers', () => {
    const optionsOf = (list: string) => {
        const { value } = scaling.parser.LangiumParser.parse(`budget b {\n  over t in {${list}}\n}`);
        return AstUtils.streamAst(value).find(isChoice)!.options.map(constantValue);
    };
    expect(optionsOf('1, 10, 100 GPU-hours')).toEqual([3600, 36000, 360000]);
    expect(optionsOf('1 minutes, 2, 3 hours, 4')).toEqual([60, 7200, 10800, 14400]);
    expect(optionsOf('1, 2')).toEqual([1, 2]);
    expect(optionsOf('2 * 3, 4 hours')).toEqual([6, 14400]);
});

test('a value that is pinned between bounds keeps its own unit', () => {
    const { value } = scaling.parser.LangiumParser.parse('law f(x) = E / x {\n  E in 0 hours .. 2 = 30\n}');
    const { upper, value: pin } = AstUtils.streamAst(value).find(isParameter)!;
    expect([constantValue(upper), constantValue(pin)]).toEqual([7200, 30]);
});

test('whole numbers and powers of a range are counted in its unit', () => {
    const numbers = (range: string) => {
        const { value } = scaling.parser.LangiumParser.parse(`budget b {\n  over t in ${range}\n}`);
        return numbersOf(AstUtils.streamAst(value).find(isChoice)!);
    };
    expect(numbers('1 .. 3 hours integer')).toEqual([3600, 7200, 10800]);
    expect(numbers('1 .. 4 GB powers of 2')).toEqual([1e9, 2e9, 4e9]);
    expect(numbers('1 .. 4 powers of 2')).toEqual([1, 2, 4]);
    expect(numbers('2.5 .. 4 integer')).toEqual([3, 4]);
});
