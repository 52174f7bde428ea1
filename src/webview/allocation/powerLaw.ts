/** Whether one quantity follows a power of another, and which. */
import type { NumberOrNull } from '../../protocol/views.js';

/** The most that any point may lie off the power law, in the logarithm, for its exponent to be worth saying. */
const TOLERANCE = 0.02;

/** The exponent k of y ∝ x^k by least squares on the logarithms; undefined where y is no power of x. */
export function powerLawExponent(x: readonly number[], y: readonly NumberOrNull[]): number | undefined {
    const points = x.flatMap((at, index) => {
        const value = y[index];
        return at > 0 && value !== null && value > 0 ? [[Math.log(at), Math.log(value)] as const] : [];
    });
    const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    const [meanX, meanY] = [mean(0), mean(1)];
    const spread = points.reduce((sum, point) => sum + (point[0] - meanX) ** 2, 0);
    const slope = points.reduce((sum, point) => sum + (point[0] - meanX) * (point[1] - meanY), 0) / spread;
    const isStraight = points.every((point) => Math.abs(point[1] - meanY - slope * (point[0] - meanX)) <= TOLERANCE);
    return points.length > 2 && spread > 0 && isStraight ? slope : undefined;
}
