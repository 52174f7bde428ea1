/** The two strips of the Curves chart, by the ids of their y axes. */
export const MAIN = 'y';
export const RESIDUAL = 'residual';
