/** Files of the command line: the spec, its siblings, and the data they name. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SourceDocument } from '../study/documents.js';
import type { StudyHost } from '../study/tables/tables.js';

/** The command cannot be carried out; the message says why. */
export class CommandFailure extends Error {}

export interface Project {
    /** Of the spec. */
    readonly uri: string;
    /** The spec and the other specs of its folder, which it may name. */
    readonly documents: readonly SourceDocument[];
}

const EXTENSION = '.scaling';

/** @throws CommandFailure when the file cannot be read. */
export async function loadProject(file: string): Promise<Project> {
    await requireSpec(file);
    const folder = path.dirname(path.resolve(file));
    const own = path.basename(file);
    const names = (await readdir(folder)).filter((name) => name.endsWith(EXTENSION) && name !== own).sort();
    const siblings = await Promise.all(names.map((name) => readSibling(path.join(folder, name))));
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new CommandFailure(`\`${file}\` cannot be read: ${error.message}`);
    });
    const uri = uriOf(path.join(folder, own));
    return { uri, documents: [{ uri, text: withoutMark(text) }, ...siblings.flat()] };
}

/** Files by their uri. */
export const fileHost: StudyHost = {
    async readFile(uri) {
        if (!uri.startsWith('file:')) return undefined;
        try {
            return await readFile(fileURLToPath(uri));
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
            throw error;
        }
    },
};

async function requireSpec(file: string): Promise<void> {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
        throw new CommandFailure(
            error.code === 'ENOENT' ? `there is no file \`${file}\`.` : `\`${file}\` cannot be read: ${error.message}`,
        );
    });
    if (found.isDirectory()) throw new CommandFailure(`\`${file}\` is a folder: name a ${EXTENSION} file in it.`);
    if (!file.endsWith(EXTENSION))
        throw new CommandFailure(`\`${file}\` is no spec: its name must end in ${EXTENSION}.`);
}

/** A sibling that cannot be read is as if it were not there; what it would define is then said to be unknown. */
async function readSibling(file: string): Promise<SourceDocument[]> {
    try {
        return [{ uri: uriOf(file), text: withoutMark(await readFile(file, 'utf8')) }];
    } catch {
        return [];
    }
}

function uriOf(file: string): string {
    return pathToFileURL(file).toString();
}

function withoutMark(text: string): string {
    return text.replace(/^\uFEFF/, '');
}
