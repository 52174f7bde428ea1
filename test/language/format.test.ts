/** The formatter: what it makes of a spec, and that it loses nothing. */
import { EmptyFileSystem, type AstNode } from 'langium';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSpec } from '../../src/language/format.js';
import { createScalingServices } from '../../src/language/module.js';
import { CORPUS } from './corpus.js';

const { scaling } = createScalingServices(EmptyFileSystem);

describe('a formatted spec', () => {
    test('has even columns and blanks around operators', () => {
        const text = `runs a   from "a.csv"{
N= "Model Size"    in   params
   // between
      loss
D =C/( 6*N )
where   loss<4.5   and  N>=1M
}


runs b{
|N|D (tokens)|family|
|--|:-:|---|
|70M|1.4B|a \\| b| // the first

|160M |  3.2B|c|
}
law f( N in params,t in GPU-hours )=E+A/N ^ - alpha-t{
E  in 0..3   // bounds
alpha start .3
}
`.replace('start .3', 'start 0.3');
        expect(formatSpec(text)).toBe(`runs a from "a.csv" {
  N    = "Model Size" in params
  // between
  loss
  D    = C / (6 * N)
  where loss < 4.5 and N >= 1M
}

runs b {
  | N    | D (tokens) | family |
  | ---- | :--------: | ------ |
  |  70M |       1.4B | a \\| b |  // the first

  | 160M |       3.2B | c      |
}
law f(N in params, t in GPU-hours) = E + A / N^-alpha - t {
  E in 0 .. 3  // bounds
  alpha start 0.3
}
`);
    });

    test('has indices, lists and other laws\u2019 parameters close to their names', () => {
        const text = `law f(P_w)=sum( g [x]* P_w for x in{ w ,a } )+product(c[ i ]^i for i in 1..3)
+sum(i for i in { - 1,2 })*surface . alpha-if(P_w>1 and P_w<2,1,2)
predict solve(f(n)==2 for n in 1M..1T)
`;
        expect(formatSpec(text)).toBe(`law f(P_w) = sum(g[x] * P_w for x in {w, a}) + product(c[i]^i for i in 1 .. 3)
  + sum(i for i in {-1, 2}) * surface.alpha - if(P_w > 1 and P_w < 2, 1, 2)
predict solve(f(n) == 2 for n in 1M .. 1T)
`);
    });

    test('has options of fits and comparisons in their usual form', () => {
        const text = `fit f   to r{
E   by dataset
using isoflop  akima (C,N , loss)
bootstrap 100 by  run
wild seed 3
}
compare f,g
on r{ weights  1/se ^2 }
`;
        expect(formatSpec(text)).toBe(`fit f to r {
  E by dataset
  using isoflop akima(C, N, loss)
  bootstrap 100 by run
    wild seed 3
}
compare f, g
  on r { weights 1 / se^2 }
`);
    });

    test('has what a budget is compared with in its usual form', () => {
        const text = `budget b{
minimize chinchilla( N,D )
against   "20 to 1"D==20*N
against N==1B and  D == 2B
against "Kaplan"   minimize kaplan( N ,D)
against
maximize  N
}
`;
        expect(formatSpec(text)).toBe(`budget b {
  minimize chinchilla(N, D)
  against "20 to 1" D == 20 * N
  against N == 1B and D == 2B
  against "Kaplan" minimize kaplan(N, D)
  against
    maximize N
}
`);
    });

    test('goes on with a line break where the author put one, one step further in', () => {
        const text = `law f(N, D) =
E + A / N
+ B / D
with "p" {
preset "p" {
E = 1
A = 2 B = 3 }
}
predict f(N = 1,
D = 2)
`;
        expect(formatSpec(text)).toBe(`law f(N, D) =
  E + A / N
  + B / D
  with "p" {
  preset "p" {
    E = 1
    A = 2 B = 3 }
}
predict f(N = 1,
  D = 2)
`);
    });

    test('keeps comments in their column as long as there is room', () => {
        const text = `budget b {
  minimize chinchilla(N, D)      // the goal
  subject to N <= 3              // a limit
  subject to 6 * N * D <= 1e21   // here no room is left
  N in 1 .. 2 // elsewhere
}
`;
        expect(formatSpec(text)).toBe(`budget b {
  minimize chinchilla(N, D)      // the goal
  subject to N <= 3              // a limit
  subject to 6 * N * D <= 1e21   // here no room is left
  N in 1 .. 2  // elsewhere
}
`);
    });

    test('keeps the line breaks of its file', () => {
        expect(formatSpec('predict 1\r\n\r\n\r\npredict  2')).toBe('predict 1\r\n\r\npredict 2\r\n');
    });

    test('keeps a missing value of a table what it is', () => {
        expect(formatSpec('runs r {\n| a | b |\n| - | - |\n| --- | 10 |\n}\n')).toBe(
            'runs r {\n  | a   | b  |\n  | -   | -  |\n  | --- | 10 |\n}\n',
        );
    });

    test('is empty where there was nothing', () => {
        expect(formatSpec('')).toBe('');
        expect(formatSpec('\n\n')).toBe('');
    });
});

describe('a statement with a syntax error', () => {
    test('stays as it is, and the others are formatted', () => {
        const text =
            'predict  1\nlaw   f(N  = E\n   // here\nbudget b {\n minimize   f(N)\n subject to\n}\npredict   2\n';
        expect(formatSpec(text)).toBe(text.replace('predict  1', 'predict 1').replace('predict   2', 'predict 2'));
    });
});

/** The syntax tree without places; numbers and tables without the blanks that may change. */
function shape(text: string): unknown {
    const root = scaling.parser.LangiumParser.parse(text).value;
    const plain = (node: AstNode): unknown =>
        Object.fromEntries(
            Object.entries(node)
                .filter(([key]) => !key.startsWith('$') || key === '$type')
                .map(([key, value]: [string, unknown]) => [key, plainValue(value)]),
        );
    const plainValue = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(plainValue);
        if (typeof value === 'string') return value.replace(/[ \t]+/g, '').replace(/-{2,}/g, '--');
        return typeof value === 'object' && value !== null ? plain(value as AstNode) : value;
    };
    return plain(root);
}

function commentsOf(text: string): string[] {
    return scaling.parser.Lexer.tokenize(text).hidden.map(({ image }) => image.trimEnd());
}

/** A text with blanks added and taken away where that changes nothing. */
function disturbed(text: string, seeds: readonly number[]): string {
    const { tokens, hidden } = scaling.parser.Lexer.tokenize(text);
    const ends = new Set([...tokens, ...hidden].map(({ endOffset }) => endOffset! + 1));
    let count = 0;
    return [...text]
        .map((character, offset) => {
            const seed = seeds[count++ % seeds.length];
            return ends.has(offset) && /[ \t]/.test(character) ? ' '.repeat(1 + (seed % 4)) : character;
        })
        .join('');
}

const seeds = fc.array(fc.nat(1000), { minLength: 1, maxLength: 50 });

describe.each(CORPUS)('$name', ({ text }) => {
    test('means the same formatted, with all its comments, and formatting again changes nothing', () => {
        fc.assert(
            fc.property(seeds, (blanks) => {
                const before = disturbed(text, blanks);
                const after = formatSpec(before);
                expect(shape(after)).toEqual(shape(before));
                expect(commentsOf(after)).toEqual(commentsOf(before));
                expect(formatSpec(after)).toBe(after);
            }),
            { numRuns: 10, seed: 1 },
        );
    });
});

test('whatever is typed, no character but blanks is lost, and formatting again changes nothing', () => {
    const pieces = CORPUS.flatMap(({ text }) => scaling.parser.Lexer.tokenize(text).tokens.map(({ image }) => image));
    const piece = fc.oneof(
        fc.constantFrom(...pieces, '\n', ' ', '\t', '// x\n', '/* y */', '"', '|', '#', '\r\n'),
        fc.string(),
    );
    fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
            const text = parts.join(' ');
            const after = formatSpec(text);
            expect(withoutBlanks(after)).toBe(withoutBlanks(text));
            expect(formatSpec(after)).toBe(after);
        }),
        { numRuns: 300, seed: 1 },
    );
});

function withoutBlanks(text: string): string {
    return text.replace(/\s+/g, '').replace(/(?<=\|)(:?)-+(:?)(?=\|)/g, '$1-$2');
}
