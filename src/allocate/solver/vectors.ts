export function dot(a: Float64Array, b: Float64Array): number {
    let total = 0;
    for (let i = 0; i < a.length; i++) {
        total += a[i] * b[i];
    }
    return total;
}

export function norm(a: Float64Array): number {
    return Math.sqrt(dot(a, a));
}

export function addMultiple(into: Float64Array, factor: number, vector: Float64Array): void {
    for (let j = 0; j < into.length; j++) {
        into[j] += factor * vector[j];
    }
}

/** The largest absolute part. */
export function largest(a: Float64Array): number {
    let most = 0;
    for (let i = 0; i < a.length; i++) {
        most = Math.max(most, Math.abs(a[i]));
    }
    return most;
}
