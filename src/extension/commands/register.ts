import { commands, Disposable } from 'vscode';
import type { Services } from '../services.js';
import { fitLaw } from './fitLaw.js';
import { newSpec } from './newSpec.js';
import { restartServer } from './restartServer.js';
import { showAllocation } from './showAllocation.js';
import { showCurves } from './showCurves.js';

/** By identifier as in package.json. The arguments are a document's URI and a line in it, or nothing. */
const COMMANDS: Readonly<Record<string, (services: Services, argument: unknown, line: unknown) => unknown>> = {
    'scaling.fitLaw': fitLaw,
    'scaling.showCurves': showCurves,
    'scaling.showAllocation': showAllocation,
    'scaling.newSpec': newSpec,
    'scaling.restartServer': restartServer,
};

export function registerCommands(services: Services): Disposable {
    const registered = Object.entries(COMMANDS).map(([id, run]) =>
        commands.registerCommand(id, (argument: unknown, line: unknown) => run(services, argument, line)),
    );
    return Disposable.from(...registered);
}
