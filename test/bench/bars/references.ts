/**
 * The reference scripts of test/bench/reference: the published procedures, in SciPy and C, one thread each. Where their
 * interpreter or compiler is absent they answer why. Times are processor times in seconds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRuns } from './benchRuns.js';

const SCRIPTS = 'test/bench/reference';
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
const COMPILER_OPTIONS = ['-O3', '-march=native', '-ffast-math', '-fno-finite-math-only'];

export type Measured<T> = T | { readonly absent: string };

export interface Replication {
    readonly starts: number;
    /** How many of them ran. */
    readonly tried: number;
    readonly reachedBest: number;
    readonly seconds: number;
    readonly objective: number;
}

/** The point fit from each `every`-th of the 4,500 starts. */
export function runReplication({ csv }: BenchRuns, every: number): Measured<Replication> {
    return runPython('replication.py', ['--every', String(every)], csv);
}

export interface BootstrapReference {
    readonly refits: number;
    readonly seconds: number;
    /** Median of how far a refit ends above its optimum, relatively. */
    readonly aboveOptimum: number;
}

/** Refits of resamples from the optimum A, B, E, alpha, beta. */
export function runBootstrap(
    { csv, optimum }: BenchRuns & { readonly optimum: Readonly<Record<string, number>> },
    refits: number,
): Measured<BootstrapReference> {
    const { A, B, E, alpha, beta } = optimum;
    const start = [Math.log(A), Math.log(B), Math.log(E), alpha, beta].join(',');
    return runPython('bootstrap.py', ['--refits', String(refits), '--start', start], csv);
}

export interface VariableProjection {
    readonly seconds: number;
    readonly objective: number;
    readonly parameters: { readonly alpha: number; readonly beta: number };
}

/** The search over 100 × 100 exponents, compiled first; the mean of `repetitions`. */
export function runVariableProjection({ columns, loss }: BenchRuns, repetitions: number): Measured<VariableProjection> {
    const folder = mkdtempSync(join(tmpdir(), 'scaling-bench-'));
    try {
        const program = join(folder, 'varpro');
        const source = join(SCRIPTS, 'varpro.c');
        const compiled = spawnSync('gcc', [...COMPILER_OPTIONS, '-o', program, source, '-lm'], { encoding: 'utf8' });
        if (compiled.error !== undefined) return { absent: 'there is no gcc here' };
        if (compiled.status !== 0) return { absent: `gcc says ${compiled.stderr}` };
        const rows = Array.from(loss, (y, i) => `${Math.log(columns.N[i])} ${Math.log(columns.D[i])} ${y}`);
        return answerOf(spawnSync(program, [String(repetitions)], { input: rows.join('\n'), encoding: 'utf8' }));
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function runPython<T>(script: string, options: readonly string[], csv: string): Measured<T> {
    const env = { ...process.env, ...ONE_THREAD };
    if (spawnSync('python3', ['-c', 'import scipy'], { env }).status !== 0) {
        return { absent: 'there is no python3 with SciPy here' };
    }
    return answerOf(spawnSync('python3', [join(SCRIPTS, script), ...options], { input: csv, encoding: 'utf8', env }));
}

/** What a script prints as JSON. */
function answerOf<T>({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): T {
    if (status !== 0) throw new Error(`A reference script failed:\n${stderr}`);
    return JSON.parse(stdout) as T;
}
