/** The functions and constants that the language offers, for the layers above it. */
export { CONSTANTS, FUNCTIONS, isFunctionName } from '../expression/functions.js';
export type { FunctionDefinition, FunctionName } from '../expression/functions.js';
