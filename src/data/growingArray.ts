/** A list of numbers that grows as a typed array. */

type NumberArray = Float64Array | Uint32Array;

export class GrowingArray<A extends NumberArray> {
    length = 0;
    private items: A;

    constructor(private readonly type: new (length: number) => A) {
        this.items = new type(256);
    }

    push(value: number): void {
        if (this.length === this.items.length) {
            const grown = new this.type(2 * this.length);
            grown.set(this.items);
            this.items = grown;
        }
        this.items[this.length++] = value;
    }

    finish(): A {
        return this.items.slice(0, this.length) as A;
    }
}
