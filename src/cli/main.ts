#!/usr/bin/env node
/** The command line: the study without an editor. What it prints is documented in docs/command-line.md. */
import { version } from '../../package.json';
import { parseCommand, USAGE } from './command.js';
import { check } from './check.js';
import { fit } from './fit.js';
import { laws } from './laws.js';
import { CommandFailure } from './project.js';

/** Exit codes: 0 all well, 1 the spec has errors, 2 the command or a file cannot be read. */
async function run(words: readonly string[]): Promise<number> {
    const command = parseCommand(words);
    switch (command.kind) {
        case 'help':
            process.stdout.write(USAGE);
            return 0;
        case 'version':
            process.stdout.write(`${version}\n`);
            return 0;
        case 'check':
            return check(command);
        case 'fit':
            return fit(command);
        case 'laws':
            return laws(command);
        case 'misuse':
            process.stderr.write(`scaling: ${command.message}\n\n${USAGE}`);
            return 2;
    }
}

/** A reader that went away (`| head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
});

run(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        if (!(error instanceof CommandFailure)) throw error;
        process.stderr.write(`scaling: ${error.message}\n`);
        process.exitCode = 2;
    },
);
