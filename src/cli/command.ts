/** What was asked on the command line. */

export type Command =
    | { readonly kind: 'help' | 'version' }
    | CheckCommand
    | FitCommand
    | LawsCommand
    | { readonly kind: 'misuse'; readonly message: string };

export interface CheckCommand {
    readonly kind: 'check';
    readonly files: readonly string[];
    readonly json: boolean;
}

export interface FitCommand {
    readonly kind: 'fit';
    readonly file: string;
    readonly json: boolean;
    /** Replaces the seeds of the spec. */
    readonly seed: number | undefined;
}

export interface LawsCommand {
    readonly kind: 'laws';
    /** What the laws are to be about; all laws where there are none. */
    readonly words: readonly string[];
    readonly json: boolean;
    readonly markdown: boolean;
}

export const USAGE = `Usage:
  scaling check FILE… [--json]             say what is wrong in .scaling files
  scaling fit FILE [--json] [--seed N]     fit the laws, answer predictions, budgets and plans
  scaling laws [WORD…] [--json]            list the laws of the library, or explain those about something

  --json      print JSON (documented in docs/command-line.md)
  --seed N    use this seed for every bootstrap
  --help      print this text
  --version   print the version

Exit code: 0 all well, 1 errors in the spec, 2 the command or a file cannot be read.
`;

interface Words {
    readonly operands: readonly string[];
    readonly options: ReadonlyMap<string, string | true>;
}

export function parseCommand(words: readonly string[]): Command {
    const { operands, options } = splitWords(words);
    if (options.has('--help') || options.has('-h')) return { kind: 'help' };
    if (options.has('--version')) return { kind: 'version' };
    const [name, ...files] = operands;
    const json = options.has('--json');
    switch (name) {
        case undefined:
            return misuse('say what to do: check, fit or laws.');
        case 'check':
            return (
                unknownOption(options, ['--json']) ??
                (files.length === 0 ? misuse('check needs a file.') : { kind: 'check', files, json })
            );
        case 'fit':
            return unknownOption(options, ['--json', '--seed']) ?? parseFit(files, json, options.get('--seed'));
        case 'laws':
            return (
                unknownOption(options, ['--json', '--markdown']) ?? {
                    kind: 'laws',
                    words: files,
                    json,
                    markdown: options.has('--markdown'),
                }
            );
        default:
            return misuse(`there is no command \`${name}\`: use check, fit or laws.`);
    }
}

function parseFit(files: readonly string[], json: boolean, seed: string | true | undefined): Command {
    const [file] = files;
    if (file === undefined || files.length > 1) return misuse('fit needs one file.');
    if (seed === undefined) return { kind: 'fit', file, json, seed };
    const value = typeof seed === 'string' && /^\d+$/.test(seed) ? Number(seed) : NaN;
    return Number.isSafeInteger(value)
        ? { kind: 'fit', file, json, seed: value }
        : misuse('--seed needs a whole number, for example --seed 7.');
}

/** `--seed 7` and `--seed=7`; after `--` all words are files. */
function splitWords(words: readonly string[]): Words {
    const operands: string[] = [];
    const options = new Map<string, string | true>();
    for (let index = 0; index < words.length; index++) {
        const word = words[index];
        if (word === '--') {
            operands.push(...words.slice(index + 1));
            break;
        }
        const [name, value] = word.split(/=(.*)/s, 2);
        if (!word.startsWith('-')) operands.push(word);
        else if (name === '--seed') options.set(name, value ?? words[++index] ?? true);
        else options.set(word, true);
    }
    return { operands, options };
}

function unknownOption(options: ReadonlyMap<string, unknown>, known: readonly string[]): Command | undefined {
    const unknown = [...options.keys()].find((option) => !known.includes(option));
    return unknown === undefined ? undefined : misuse(`there is no option \`${unknown}\` here.`);
}

function misuse(message: string): Command {
    return { kind: 'misuse', message };
}
