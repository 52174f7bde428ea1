/** The language server as a client sees it: time to answer after start, from a keystroke to its diagnostics, and to the fit of a changed formula. */
import { setTimeout } from 'node:timers/promises';
import { startServer } from './benchServer.js';
import { simulateRuns } from './simulatedRuns.js';
import { timed, type Row } from './measure.js';

const SIZES = [100, 1_000, 10_000];
const KEYSTROKES = 9;

export async function benchEditing(): Promise<Row[]> {
    const rows = [await startUp()];
    for (const size of SIZES) rows.push(await keystrokes(size));
    rows.push(await refits());
    return rows;
}

async function startUp(): Promise<Row> {
    const times: number[] = [];
    for (let index = 0; index < 5; index++) {
        const start = performance.now();
        const server = await startServer();
        await server.diagnosticsOf(spec(10), 1);
        times.push(performance.now() - start);
        server.stop();
    }
    return timed('server start to first diagnostics', times);
}

/** Each keystroke makes or mends a mistake in the last statement; the clock runs until its diagnostics arrive. */
async function keystrokes(size: number): Promise<Row> {
    const server = await startServer();
    const text = spec(size);
    await server.diagnosticsOf(text, 1);
    const times: number[] = [];
    for (let version = 2; version < 2 + KEYSTROKES; version++) {
        const start = performance.now();
        await server.diagnosticsOf(version % 2 === 0 ? `${text}\npredict nolaw(1)` : text, version);
        times.push(performance.now() - start);
    }
    server.stop();
    return timed(`keystroke to diagnostics, ${size.toLocaleString('en')} inline rows`, times);
}

const FITTED_ROWS = 240;
/** Longer than the study of the last text takes. */
const BETWEEN_FORMULAS_MS = 1500;

/** Each keystroke changes the formula of a fit; the clock runs until its new parameters stand above it. */
async function refits(): Promise<Row> {
    const server = await startServer();
    const times: number[] = [];
    for (let version = 1; version < 1 + 2 * KEYSTROKES; version++) {
        const start = performance.now();
        await server.otherLens(fittedSpec(version), version);
        if (version > 1) times.push(performance.now() - start);
        await setTimeout(BETWEEN_FORMULAS_MS);
    }
    server.stop();
    return timed(`keystroke in a formula to its parameters, ${FITTED_ROWS} rows`, times);
}

/** No formula is fitted twice. */
function fittedSpec(version: number): string {
    const exponent = version % 2 === 0 ? 'beta' : 'alpha';
    return `${spec(FITTED_ROWS)}law surface(N, D) = E + A/N^alpha + B/(D + ${version})^${exponent}
fit surface to measured predicting loss { objective huber(1e-3) of log }
`;
}

function spec(rows: number): string {
    const { N, D, loss } = simulateRuns(rows, 3);
    const lines = Array.from(
        N,
        (n, row) => `  | ${n.toExponential(4)} | ${D[row].toExponential(4)} | ${loss[row].toFixed(4)} |`,
    );
    return `runs measured {\n  | N | D | loss |\n${lines.join('\n')}\n}\n`;
}
