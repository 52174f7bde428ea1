/** The joint 95 % region of an optimum in its first two variables: the ellipse of the draws' covariance in log space. */
import type { Optimum } from '../../allocate/result.js';
import { jointSpread } from '../answers/jointSpread.js';
import type { Line } from './budgetPictures.js';

/** 95 % quantiles of χ² with one and two degrees of freedom. */
const CHI_SQUARED_95 = { one: 3.841459, two: 5.991465 };

/** Below this ratio of the two variances the draws lie on a line, as they do on a budget that binds. */
const ON_A_LINE = 1e-6;

const OUTLINE_POINTS = 65;

/** Closed: the last point is the first. Null without enough draws. */
export function jointRegion(optimum: Optimum): Line | null {
    const spread = jointSpread(optimum);
    if (spread === null) return null;
    const { mean, covariance } = spread;
    const axes = principalAxes(covariance.uu, covariance.uv, covariance.vv);
    const isLine = axes.minor <= ON_A_LINE * axes.major;
    const scale = Math.sqrt(isLine ? CHI_SQUARED_95.one : CHI_SQUARED_95.two);
    const outline = Array.from({ length: OUTLINE_POINTS }, (_, index) => {
        const angle = (2 * Math.PI * (index % (OUTLINE_POINTS - 1))) / (OUTLINE_POINTS - 1);
        const along = scale * Math.sqrt(axes.major) * Math.cos(angle);
        const across = scale * Math.sqrt(axes.minor) * Math.sin(angle);
        return {
            u: mean.u + along * axes.cos - across * axes.sin,
            v: mean.v + along * axes.sin + across * axes.cos,
        };
    });
    return { x: outline.map(({ u }) => Math.exp(u)), y: outline.map(({ v }) => Math.exp(v)) };
}

/** Eigenvalues of the covariance matrix [[uu, uv], [uv, vv]], and the direction of the larger one. */
function principalAxes(uu: number, uv: number, vv: number): { major: number; minor: number; cos: number; sin: number } {
    const half = Math.hypot((uu - vv) / 2, uv);
    const middle = (uu + vv) / 2;
    const angle = Math.atan2(2 * uv, uu - vv) / 2;
    return { major: middle + half, minor: Math.max(0, middle - half), cos: Math.cos(angle), sin: Math.sin(angle) };
}
