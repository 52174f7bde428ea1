import { expect, test } from 'vitest';
import { isLaw } from '../../src/language/generated/ast.js';
import { documentationOf } from '../../src/language/documentation.js';
import { buildSpec } from '../support/specs.js';

const TEXT = `/// Far away.

/// The loss
///   of *everything*.
law f(N) = E / N {
  /// How small it gets.
  E in 0 .. 1
  // not documentation
  preset "p" { E = 1 }
}
/// The first of a line alone.
law g(N) = N    law h(N) = N
`;

test('the lines of three slashes directly above belong to what follows', async () => {
    const { document } = await buildSpec(TEXT);
    const [f, g, h] = document.parseResult.value.statements.filter(isLaw);
    expect(documentationOf(f)).toBe('The loss\n  of *everything*.');
    expect(f.entries.map(documentationOf)).toEqual(['How small it gets.', undefined]);
    expect(documentationOf(g)).toBe('The first of a line alone.');
    expect(documentationOf(h)).toBeUndefined();
});
