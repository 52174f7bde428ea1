/** Values of repeated experiments, with the standard error of what is said of them. */
export class Sample {
    private readonly values: number[] = [];

    add(value: number): void {
        this.values.push(value);
    }

    get mean(): number {
        return this.values.reduce((sum, value) => sum + value, 0) / this.values.length;
    }

    get standardError(): number {
        const { mean, values } = this;
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** Of logarithms: e^mean with its standard error. */
    geometric(): string {
        const centre = Math.exp(this.mean);
        return `${centre.toPrecision(3)} ± ${(centre * this.standardError).toPrecision(1)}`;
    }

    /** Of logarithms of ratios: e^mean, and the factor to both sides within which two thirds lie. */
    factor(): string {
        const spread = Math.exp(this.standardError * Math.sqrt(this.values.length));
        return `${this.geometric()} (×/÷ ${spread.toFixed(2)})`;
    }

    /** Its relative standard error is that of a variance, halved. */
    rootMeanSquare(): string {
        const { values } = this;
        const squares = values.map((value) => value * value);
        const mean = squares.reduce((sum, value) => sum + value, 0) / values.length;
        const scatter = squares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
        const error = Math.sqrt(scatter / values.length) / (2 * Math.sqrt(mean));
        return `${Math.sqrt(mean).toPrecision(2)} ± ${error.toPrecision(1)}`;
    }
}
