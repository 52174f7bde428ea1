export interface EstimateJson {
    readonly estimate: number | null;
    /** An end is null where there is no limit. */
    readonly interval: readonly [number | null, number | null] | null;
}

export function estimateJson(value: Partial<EstimateJson> | null): EstimateJson {
    return { estimate: value?.estimate ?? null, interval: value?.interval ?? null };
}

/** By name. */
export function estimatesJson(
    values: readonly (Partial<EstimateJson> & { readonly name: string })[],
): Readonly<Record<string, EstimateJson>> {
    return Object.fromEntries(values.map((value) => [value.name, estimateJson(value)]));
}
