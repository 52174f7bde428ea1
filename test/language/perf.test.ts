import { test } from 'vitest';
import { createScalingServices } from '../../src/language/module.js';
import { EmptyFileSystem } from 'langium';
import { CORPUS } from './corpus.js';
test('perf', () => {
    const { scaling } = createScalingServices(EmptyFileSystem);
    const time = (name: string, f: () => void) => { for (let i = 0; i < 5; i++) f(); const t = performance.now(); for (let i = 0; i < 20; i++) f(); console.log(name, ((performance.now() - t) / 20).toFixed(2), 'ms'); };
    const text = CORPUS[0].text;
    time('lex tour', () => scaling.parser.Lexer.tokenize(text));
    time('parse tour', () => scaling.parser.LangiumParser.parse(text));
    const rows = 'runs a {\n| N | D | loss |\n' + Array.from({ length: 10000 }, (_, i) => `| ${i}M | 1.4B | 3.5 |`).join('\n') + '\n}\n';
    time('parse 10k rows', () => scaling.parser.LangiumParser.parse(rows));
    const many = (n: number) => Array.from({ length: n }, (_, i) => `law l${i}(N, D) = E + A / N^alpha + B / D^beta {\n  E in 0 .. 3\n}`).join('\n');
    time('lex 500', () => scaling.parser.Lexer.tokenize(many(500)));
    time('lex 2000', () => scaling.parser.Lexer.tokenize(many(2000)));
    time('parse 500', () => scaling.parser.LangiumParser.parse(many(500)));
    time('parse 2000', () => scaling.parser.LangiumParser.parse(many(2000)));
}, 120000);
