/** `surface-chinchilla.svg`: what the picture shows, in letters that every file system takes. */
export function fileName(parts: readonly (string | null)[], extension: string): string {
    const name = parts
        .flatMap((part) => (part === null ? [] : [part.replace(/[^\p{L}\p{N}._]+/gu, '-').replace(/^[-.]+|-+$/g, '')]))
        .filter((part) => part !== '')
        .join('-');
    return `${name || 'chart'}.${extension}`;
}
