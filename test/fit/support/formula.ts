import { binary, call, name, negate, num } from '../../../src/expression/build.js';
import { drops } from '../../../src/expression/drops.js';
import { solve } from '../../../src/expression/equation.js';
import type { BinaryOperator, Expr } from '../../../src/expression/expr.js';
import { CONSTANTS, isFunctionName } from '../../../src/expression/functions.js';

/** Reads a formula such as `E + A / N^alpha`, as formulas are printed; also in the spelling of NIST (`**`, `exp[…]`, `arctan`). */
export function formula(text: string): Expr {
    const tokens =
        text.match(/\.\.|<=|==|\d[\d.]*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|\*\*|[-+*/^(),[\]]/g) ??
        [];
    let next = 0;

    function infix(operators: readonly string[], operand: () => Expr): Expr {
        let left = operand();
        while (operators.includes(tokens[next])) left = binary(tokens[next++] as BinaryOperator, left, operand());
        return left;
    }
    const sum = (): Expr => infix(['+', '-'], product);
    const product = (): Expr => infix(['*', '/'], unary);
    function unary(): Expr {
        if (tokens[next] !== '-') return power();
        next++;
        return negate(unary());
    }
    function power(): Expr {
        const base = primary();
        if (tokens[next] !== '^' && tokens[next] !== '**') return base;
        next++;
        return binary('^', base, unary());
    }
    function primary(): Expr {
        const token = tokens[next++];
        if (token === '(') return bracketed();
        if (/^[\d.]/.test(token)) return num(Number(token));
        if (tokens[next] !== '(' && tokens[next] !== '[') {
            const constant = CONSTANTS.get(token);
            return constant === undefined ? name(token) : num(constant);
        }
        if (token in FORMS) return FORMS[token as keyof typeof FORMS]();
        const fn = token === 'arctan' ? 'atan' : token;
        if (!isFunctionName(fn)) throw new Error(`No function ${fn}.`);
        const operands: Expr[] = [];
        do {
            next++;
            operands.push(sum());
        } while (tokens[next] === ',');
        next++;
        return call(fn, ...operands);
    }
    /** if(a <= b, x, y), and the signs between its parts. */
    const choice = (): Expr => call('select', ...parts(4));
    /** solve(l == r for x in a .. b) */
    function equation(): Expr {
        const [left, right, unknown, lower, upper] = parts(5);
        return solve(left, right, unknown.kind === 'name' ? unknown.name : '', [lower, upper]);
    }
    /** drops(s, t for k in a .. b) */
    function sumOfDrops(): Expr {
        const [schedule, term, step, from, to] = parts(5);
        return drops({ schedule, from, to }, term, step.kind === 'name' ? step.name : '');
    }
    const FORMS = { if: choice, solve: equation, drops: sumOfDrops };
    function parts(count: number): Expr[] {
        const found = Array.from({ length: count }, () => {
            next++;
            return sum();
        });
        next++;
        return found;
    }
    function bracketed(): Expr {
        const inside = sum();
        next++;
        return inside;
    }
    return sum();
}
