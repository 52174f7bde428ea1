/** How long mixtures of samples take, with the bound, the intervals and the held-out check. */
import type { Attempts } from '../../src/allocate/mixture/attempts.js';
import { cheapestFor, mostWithin, type Demand } from '../../src/allocate/mixture/demand.js';
import { findMixture } from '../../src/allocate/mixture/mixture.js';
import { createRandom } from '../../src/fit/random.js';
import { measure, type Row } from './measure.js';

const PATIENT = { pause: () => undefined };
const REPETITIONS = 5;
/** Samples drawn of each problem. */
const DRAWN = 100;

export async function benchMixtures(): Promise<Row[]> {
    const attempts = simulated(1000, 50);
    return [
        await row('10 samples a problem', attempts, mostWithin(10)),
        await row('10 samples a problem', simulated(500, 50), mostWithin(10)),
        await row('10 samples a problem', simulated(1000, 25), mostWithin(10)),
        await row('the cheapest for 0.9', attempts, cheapestFor(0.9)),
    ];
}

function row(what: string, attempts: Attempts, demand: Demand): Promise<Row> {
    const question = { attempts, demand, seed: 1, asksHeldOut: true };
    const size = `${attempts.arms.length} configurations on ${attempts.problems} problems`;
    return measure(`${size}, ${what}`, REPETITIONS, () => findMixture(question, PATIENT));
}

/** Some are better than others, each is good at some problems. */
function simulated(problems: number, configurations: number): Attempts {
    const random = createRandom(1);
    const normal = (): number =>
        Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
    const difficulty = Float64Array.from({ length: problems }, () => 2 + 2 * normal());
    const rightOf = (chance: number): number =>
        Array.from({ length: DRAWN }, () => Number(random.uniform() < chance)).reduce((sum, each) => sum + each, 0);
    const arms = Array.from({ length: configurations }, (_, configuration) => {
        const ability = normal();
        return {
            labels: [String(configuration)],
            configuration,
            problems: Int32Array.from({ length: problems }, (_, problem) => problem),
            drawn: new Float64Array(problems).fill(DRAWN),
            right: difficulty.map((each) => rightOf(1 / (1 + Math.exp(each - ability - 1.5 * normal())))),
            price: new Float64Array(problems).fill(1),
            limit: DRAWN,
        };
    });
    return { problems, arms };
}
