export interface EstimateJson {
    readonly estimate: number | null;
    readonly interval: readonly [number, number] | null;
}

export function estimateJson(value: Partial<EstimateJson> | null): EstimateJson {
    return { estimate: value?.estimate ?? null, interval: value?.interval ?? null };
}
