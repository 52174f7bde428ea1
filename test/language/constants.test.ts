/** Values of expressions that are made of numbers alone. */
import { AstUtils, EmptyFileSystem } from 'langium';
import { expect, test } from 'vitest';
import { constantValue } from '../../src/language/constants.js';
import { isSweep } from '../../src/language/generated/ast.js';
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
