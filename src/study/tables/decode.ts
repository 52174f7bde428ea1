/** The text of a file: UTF-8, else UTF-16 with its mark, else the western code page that spreadsheets write. */

/** Undefined for what is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
    const encoding = encodingByMark(bytes);
    if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
    if (bytes.subarray(0, SAMPLE).includes(0)) return undefined;
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return new TextDecoder('windows-1252').decode(bytes);
    }
}

/** Bytes looked at to tell text from anything else. */
const SAMPLE = 4096;

function encodingByMark([first, second]: Uint8Array): string | undefined {
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
