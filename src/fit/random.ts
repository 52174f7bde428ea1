/**
 * sfc32, the small fast counting generator of C. Doty-Humphrey's PractRand: 128 bits of state, seeded by one 32-bit
 * number and stirred. The same seed gives the same numbers on every machine.
 */
export interface Random {
    /** Uniform in [0, 1), 32 bits. */
    uniform(): number;
    /** A whole number from 0 to `count` − 1, each as likely. */
    below(count: number): number;
}

export function createRandom(seed: number): Random {
    let [a, b, c, counter] = [0, seed | 0, Math.floor(seed / 2 ** 32) | 0, 1];
    const next = (): number => {
        const result = (a + b + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + result) | 0;
        return result >>> 0;
    };
    for (let i = 0; i < 15; i++) next();
    const uniform = (): number => next() / 2 ** 32;
    return { uniform, below: (count) => Math.floor(uniform() * count) };
}
