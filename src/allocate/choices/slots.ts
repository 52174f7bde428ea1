/** Names in the formulas that stand for what is chosen, and all combinations of what there is to choose. */
import type { Choices, Slot } from '../problem.js';

/** Its value for one option of each factor; `constants` are those of the point estimate or of a draw. */
export function valueOfSlot(
    { factors, values, constants: references }: Slot,
    choices: Choices,
    options: ArrayLike<number>,
    constants: ArrayLike<number>,
): number {
    let index = 0;
    for (const factor of factors) index = index * choices.factors[factor].labels.length + options[factor];
    const reference = references === null ? -1 : references[index];
    return reference >= 0 ? constants[reference] : values[index];
}

/** Each slot's value for a combination by the labels of its options, with the constants of the point estimate. */
export function slotsAt(
    labels: readonly string[],
    choices: Choices,
    constants: ArrayLike<number>,
): Map<string, number> {
    const options = choices.factors.map((factor, index) => factor.labels.indexOf(labels[index]));
    return new Map(choices.slots.map((slot) => [slot.name, valueOfSlot(slot, choices, options, constants)]));
}

export function countCombinations({ factors }: Choices): number {
    return factors.reduce((product, { labels }) => product * labels.length, 1);
}

/** The options of a combination, numbered with the last factor's fastest. */
export function optionsOf(combination: number, { factors }: Choices, into: Int32Array): Int32Array {
    let rest = combination;
    for (let factor = factors.length - 1; factor >= 0; factor--) {
        const { length } = factors[factor].labels;
        into[factor] = rest % length;
        rest = Math.floor(rest / length);
    }
    return into;
}
