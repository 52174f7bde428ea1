/**
 * Attempts at problems: of each configuration, how many samples were drawn for a problem, how many of them are right, and what one
 * costs. An *arm* is one count to be decided: a configuration, or a configuration for the problems of one stratum.
 */

export interface Arm {
    /** The values of the columns that tell arms apart. */
    readonly labels: readonly string[];
    /** Arms of one configuration, for the problems of several strata, share this number. */
    readonly configuration: number;
    /** The problems that it is tried on, ascending. */
    readonly problems: Int32Array;
    /** Of each of these: samples drawn, those that are right, and the price of one. */
    readonly drawn: Float64Array;
    readonly right: Float64Array;
    readonly price: Float64Array;
    /** The most samples that can be taken: beyond the fewest drawn there is no unbiased estimate. */
    readonly limit: number;
}

export interface Attempts {
    readonly problems: number;
    readonly arms: readonly Arm[];
}

/** The mean cost of a problem, of one sample of each arm. */
export function costsOf({ problems, arms }: Attempts): Float64Array {
    return Float64Array.from(arms, ({ price }) => price.reduce((sum, each) => sum + each, 0) / problems);
}

/** The attempts at some of the problems, which are numbered anew; arms without any are left out of the question by their limit. */
export function attemptsAt({ arms }: Attempts, chosen: Int32Array, problems: number): Attempts {
    const places = new Int32Array(problems).fill(-1);
    chosen.forEach((problem, place) => (places[problem] = place));
    const armAt = (arm: Arm): Arm => {
        const kept = arm.problems.map((_, index) => index).filter((index) => places[arm.problems[index]] >= 0);
        return {
            ...arm,
            problems: kept.map((index) => places[arm.problems[index]]),
            drawn: valuesAt(arm.drawn, kept),
            right: valuesAt(arm.right, kept),
            price: valuesAt(arm.price, kept),
            limit: kept.length === 0 ? 0 : arm.limit,
        };
    };
    return { problems: chosen.length, arms: arms.map(armAt) };
}

function valuesAt(values: Float64Array, places: Int32Array): Float64Array {
    const taken = new Float64Array(places.length);
    for (let i = 0; i < places.length; i++) taken[i] = values[places[i]];
    return taken;
}
