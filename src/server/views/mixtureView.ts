/** A mixture of samples as the Allocation panel takes it. */
import type { MixtureView, SpreadView } from '../../protocol/mixtureView.js';
import type { MixturePicture } from '../../study/pictures/budgetPictures.js';

export function mixtureView({ coverage, ...said }: MixturePicture): MixtureView {
    const { cost, solved } = coverage;
    return { ...said, coverage: { ...coverage, cost: spreadView(cost), solved: spreadView(solved) } };
}

function spreadView({ estimate, interval }: MixturePicture['coverage']['cost']): SpreadView {
    return { estimate, lower: interval?.[0] ?? null, upper: interval?.[1] ?? null };
}
