/** Keeps a mistake of ours in one feature from taking others with it: it is logged, and the answer is empty. */
import { isOperationCancelled } from 'langium';
import { ResponseError } from 'vscode-languageserver';

export type ErrorLog = (message: string) => void;

/** Each method of a provider answers `undefined` where it would throw; cancellations and refusals pass. */
export function guarded<T extends object>(feature: string, provider: T, log: ErrorLog): T {
    return new Proxy(provider, {
        get(target, property) {
            const member: unknown = Reflect.get(target, property);
            if (typeof member !== 'function') return member;
            return async (...args: unknown[]) => {
                try {
                    return await Reflect.apply(member, target, args);
                } catch (error) {
                    if (isOperationCancelled(error) || error instanceof ResponseError) throw error;
                    log(`${feature} failed: ${describeError(error)}`);
                    return undefined;
                }
            };
        },
    });
}

export function describeError(error: unknown): string {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
