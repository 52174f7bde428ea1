import type { Compare } from '../../language/generated/ast.js';
import { rangeOf } from '../places.js';
import { lowerEstimation } from './fit.js';
import type { LawLowering } from './law.js';
import type { ComparisonPlan } from './plan.js';
import type { RunsPlan } from './runsPlan.js';

/** Undefined where one of its laws has errors. */
export function lowerComparison(
    node: Compare,
    runs: RunsPlan,
    laws: LawLowering,
    seed: number | undefined,
): ComparisonPlan | undefined {
    const compared = node.laws.flatMap((each) => {
        const law = laws.findLaw(each.law, each);
        const plan = law && laws.planOf(law);
        return plan === undefined ? [] : [{ law: plan, range: rangeOf(each) }];
    });
    if (compared.length < node.laws.length) return undefined;
    return { ...lowerEstimation(node, runs, laws, seed), range: compared[0].range, laws: compared };
}
