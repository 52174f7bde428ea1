/** Units that are nearly spelled right. */
import { nearestName } from './nearest.js';
import { UNIT_NAMES, unitNamed } from './units.js';

const SPELLED_PREFIX = /^(kilo|mega|giga|tera|peta|exa|zetta|yotta)(.+)$/i;

/** The unit that was probably meant: `petaFLOP-days`, `TFLOPS` and `PFLOP-dys` are known by what they are nearest to. */
export function nearestUnitName(name: string): string | undefined {
    return withShortPrefix(name) ?? asRate(name) ?? nearestName(name, UNIT_NAMES);
}

/** `PFLOP-days` of `petaFLOP-days`, `GB` of `gigabytes`. */
function withShortPrefix(name: string): string | undefined {
    const [, prefix, rest] = SPELLED_PREFIX.exec(name) ?? [];
    if (prefix === undefined) return undefined;
    const letter = prefix[0].toUpperCase();
    const short = [rest, rest.replace(/flop/i, 'FLOP'), rest.replace(/^bytes?/i, 'B')].map((each) => letter + each);
    return short.find((each) => unitNamed(each) !== undefined);
}

/** `TFLOPS` is how data sheets write a rate; without a prefix it may as well be the plural. */
function asRate(name: string): string | undefined {
    const rate = name.replace(/^([kMGTPEZY])FLOPS(?![A-Za-z])/, '$1FLOP/s');
    return rate === name || unitNamed(rate) === undefined ? undefined : rate;
}

/** `GPU-hours` of `GPUs`, `-` and `hours`: the unit that two joined by a sign were meant to be. */
export function compoundUnitName(left: string, sign: string, right: string): string | undefined {
    const joint = sign === '/' ? '/' : '-';
    const [firsts, seconds] = [left, right].map((name) => [name, ...(unitNamed(name)?.names ?? [])]);
    const compounds = firsts.flatMap((first) => seconds.map((second) => `${first}${joint}${second}`));
    return compounds.find((name) => unitNamed(name) !== undefined);
}
