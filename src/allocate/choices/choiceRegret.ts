/**
 * How much other options cost: for each factor those whose best combination is worse than the answer by at most 0.2 %, whatever is
 * chosen and decided besides.
 */
import { scaleOf, TOLERATED_REGRET } from '../decision/regret.js';
import type { Choices, Factor } from '../problem.js';
import type { Question } from '../question.js';
import type { OptionEnd, OptionStretch, Regret, RegretOptions } from '../result.js';
import type { Enumeration } from './enumerate.js';
import { optionsOf } from './slots.js';

/** The options of the best combination are in force; `regret` is that of what is decided besides, null where nothing is. */
export function withOptions(
    regret: Regret | null,
    question: Question,
    choices: Choices,
    enumeration: Enumeration,
): Regret | null {
    const [best] = enumeration.ranked;
    const scale = scaleOf(question, best.verdict.u);
    if (scale === undefined) return null;
    const amount = TOLERATED_REGRET * scale.size;
    const excess = excessOfOptions(choices, enumeration);
    const own = optionsOf(best.combination, choices, new Int32Array(choices.factors.length));
    const options = choices.factors.map((factor, index): RegretOptions => {
        const stretches = factor.isRange
            ? stretchesOf(factor, excess[index], amount)
            : alone(factor, excess[index], amount);
        const isOwn = ({ options: [first, last] }: Found): boolean => first <= own[index] && own[index] <= last;
        return {
            name: factor.name,
            stretches: [...stretches.filter(isOwn), ...stretches.filter((each) => !isOwn(each))].map(
                ({ stretch }) => stretch,
            ),
        };
    });
    return { share: scale.isObjective ? TOLERATED_REGRET : null, amount, ranges: regret?.ranges ?? [], options };
}

/** By factor and option: by how much its best combination is worse than the answer; NaN where none meets the constraints. */
function excessOfOptions(choices: Choices, { ranked }: Enumeration): readonly Float64Array[] {
    const excess = choices.factors.map(({ labels }) => new Float64Array(labels.length).fill(NaN));
    const options = new Int32Array(choices.factors.length);
    for (const { combination, objective } of ranked) {
        optionsOf(combination, choices, options);
        excess.forEach((ofFactor, factor) => {
            if (Number.isNaN(ofFactor[options[factor]])) {
                ofFactor[options[factor]] = Math.abs(objective - ranked[0].objective);
            }
        });
    }
    return excess;
}

interface Found {
    /** The first and the last. */
    readonly options: readonly [first: number, last: number];
    readonly stretch: OptionStretch;
}

/** Of a range: neighbours that are tolerated, from end to end. */
function stretchesOf({ labels }: Factor, excess: Float64Array, amount: number): Found[] {
    const found: Found[] = [];
    const end = (option: number, next: number): OptionEnd => {
        const reason = next < 0 || next >= labels.length ? 'bound' : Number.isNaN(excess[next]) ? 'constraint' : 'cost';
        return { label: labels[option], reason };
    };
    for (let first = 0; first < labels.length; first++) {
        if (!(excess[first] <= amount)) continue;
        let last = first;
        while (excess[last + 1] <= amount) last++;
        const stretch = { lower: end(first, first - 1), upper: end(last, last + 1) };
        found.push({ options: [first, last], stretch });
        first = last;
    }
    return found;
}

/** Of a list: each option for itself. */
function alone({ labels }: Factor, excess: Float64Array, amount: number): Found[] {
    return labels.flatMap((label, option) => {
        const end: OptionEnd = { label, reason: 'cost' };
        return excess[option] <= amount ? [{ options: [option, option], stretch: { lower: end, upper: end } }] : [];
    });
}
