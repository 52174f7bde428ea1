/** Specs for the tests in VS Code, and what a test needs to look at them. */
import * as vscode from 'vscode';

const EXTENSION = 'scaling-lab.scaling-lab';

/** The laws' true constants: a fit to `PLANTED` must find them, and predict each row's own loss. */
const TRUE_LOSS = (N: number, D: number) => 1.69 + 406.4 / N ** 0.34 + 410.7 / D ** 0.28;

const ROWS = [70e6, 410e6, 1.4e9, 6.9e9].flatMap((N) => [5, 20, 80].map((ratio) => ({ N, D: ratio * N })));

/** A spec with every statement and no noise. */
export const PLANTED = `runs pilot {
  | N | D | loss |
${ROWS.map(({ N, D }) => `  | ${N} | ${D} | ${TRUE_LOSS(N, D).toPrecision(9)} |`).join('\n')}
}

law surface(N, D) = E + A / N^alpha + B / D^beta

fit surface to pilot

budget next {
  minimize surface(N, D)
  subject to 6 * N * D <= 1e23
}

predict surface(N = 13B, D = 260B)
`;

/** The first row's line, and its loss. */
export const FIRST_ROW = { line: 2, loss: TRUE_LOSS(ROWS[0]!.N, ROWS[0]!.D) };

/** The compute-optimal N and D of `PLANTED` for its budget, in closed form (Hoffmann et al. 2022, equation 4). */
export const OPTIMUM = (() => {
    const [A, B, alpha, beta, compute] = [406.4, 410.7, 0.34, 0.28, 1e23];
    const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
    return { N: G * (compute / 6) ** (beta / (alpha + beta)), D: (compute / 6) ** (alpha / (alpha + beta)) / G };
})();

/** Writes a file into the workspace and shows it; a folder's specs see one another, so each test takes its own. */
export async function openSpec(path: string, text: string): Promise<vscode.TextEditor> {
    const uri = await writeFile(path, text);
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
    const uri = workspaceUri(path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
}

export function workspaceUri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
}

export function extension(): vscode.Extension<unknown> {
    const found = vscode.extensions.getExtension(EXTENSION);
    if (!found) throw new Error(`${EXTENSION} is not installed in this VS Code.`);
    return found;
}

/** Replaces the whole text, as an edit of the user. */
export async function setText({ document }: vscode.TextEditor, text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
}

/** Errors and warnings of a document, as `line: message` with lines counted from 1. */
export function problems({ document }: vscode.TextEditor): string[] {
    return vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
        .map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

/** All text of the hovers at a place. */
export async function hoverText({ document }: vscode.TextEditor, line: number, character: number): Promise<string> {
    const position = new vscode.Position(line, character);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
    );
    return hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
}

/** The number that stands after a text, its suffix (`B`, `T`) resolved; NaN where there is none. */
export function numberAfter(text: string, before: string): number {
    const rest = text.slice(text.indexOf(before) + before.length);
    const found = text.includes(before) ? /^[\s|]*([\d.]+(?:e[+-]?\d+)?)([BT]?)/.exec(rest) : null;
    return found ? Number(found[1]) * { '': 1, B: 1e9, T: 1e12 }[found[2] as '' | 'B' | 'T'] : NaN;
}

/** The first place of a text in a document. */
export function placeOf({ document }: vscode.TextEditor, text: string): vscode.Position {
    const offset = document.getText().indexOf(text);
    if (offset < 0) throw new Error(`The document does not hold “${text}”.`);
    return document.positionAt(offset);
}

/** The column of an open panel, or undefined. VS Code puts `mainThreadWebview-` before the panel's own type. */
export function panelColumn(type: string): vscode.ViewColumn | undefined {
    const isPanel = ({ input }: vscode.Tab) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type);
    return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isPanel))?.viewColumn;
}

/** Asks until the answer is more than nothing (undefined, false, NaN, an empty list or text), and gives it. */
export async function eventually<T>(
    what: string,
    ask: () => T | PromiseLike<T>,
    seconds = 60,
): Promise<Exclude<T, undefined | null | false>> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
        const answer = await ask();
        const empty =
            answer === undefined ||
            answer === null ||
            answer === false ||
            Number.isNaN(answer) ||
            (answer as { length?: number }).length === 0;
        if (!empty) return answer as Exclude<T, undefined | null | false>;
        if (Date.now() > end) throw new Error(`Waited ${seconds} s, but ${what} never happened.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}
