/** Answers the custom requests of `src/protocol/requests.ts`. */
import { URI, type LangiumDocument } from 'langium';
import { DiagnosticSeverity, LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import {
    AllocationRequest,
    CancelNotification,
    CurvesRequest,
    FitRequest,
    LibraryTextRequest,
    NewSpecRequest,
    WriteLimitRequest,
    type DocumentParams,
    type FitOutcome,
    type RequestName,
    type WriteLimitResult,
} from '../protocol/requests.js';
import { isLibraryUri, libraryText } from '../language/library.js';
import { formatQuantity } from '../quantity/print.js';
import type { AdjustableLimit } from '../study/pictures/budgetPictures.js';
import { fitSentence } from './answers.js';
import { mergedDiagnostics } from './diagnostics.js';
import { describeError, type ErrorLog } from './guard.js';
import type { StudyClient } from './studyClient.js';
import { allocationView } from './views/allocationView.js';
import { curvesView } from './views/curvesView.js';
import { JobCancelled, WorkerDied, type WorkerLink } from './workerLink.js';
import type { StudySources } from './workerMessages.js';

export interface RequestSurroundings {
    readonly connection: Connection;
    readonly link: WorkerLink;
    readonly client: StudyClient;
    readonly documentAt: (uri: string) => LangiumDocument | undefined;
    /** Waits until the text as it stands is checked, and its study under way. */
    readonly checked: (uri: string) => Promise<void>;
    readonly sourcesOf: (uri: string) => StudySources | undefined;
    readonly log: ErrorLog;
}

export function registerRequests(surroundings: RequestSurroundings): void {
    const { connection, link, client, checked, log } = surroundings;
    const sourcesOf = (uri: string): StudySources => {
        const sources = surroundings.sourcesOf(uri);
        if (sources === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, 'This document is not open.');
        return sources;
    };

    const answer = <P, R>({ method }: RequestName<P, R>, respond: (params: P) => Promise<R>): void => {
        connection.onRequest(method, async (params: P) => {
            try {
                return await respond(params);
            } catch (error) {
                return refusalOf(error, method, log);
            }
        });
    };

    answer(FitRequest, (params) => fitOutcome(surroundings, keyOf(params)));
    answer(CurvesRequest, async (params) => {
        const uri = keyOf(params);
        await checked(uri);
        await client.settled(uri);
        return curvesView(uri, await link.run('curves', sourcesOf(uri)));
    });
    answer(AllocationRequest, async ({ trial, ...params }) => {
        const uri = keyOf(params);
        await checked(uri);
        await client.settled(uri);
        return allocationView(uri, await link.run('allocation', { ...sourcesOf(uri), ...(trial && { trial }) }));
    });
    answer(WriteLimitRequest, async ({ budget, limit, ...params }) => {
        const uri = keyOf(params);
        await checked(uri);
        const { budgets } = await link.run('allocation', sourcesOf(uri));
        const found = budgets.find(({ report }) => report.name === budget)?.limit;
        return found ? limitEdit(found, limit) : null;
    });
    answer(LibraryTextRequest, async (params) => {
        const uri = URI.parse(params.uri);
        return (isLibraryUri(uri) ? libraryText(uri) : undefined) ?? null;
    });
    answer(NewSpecRequest, async ({ csvUri }) => {
        const text = await link.run('new-spec', { csvUri });
        if (text === null) throw new ResponseError(LSPErrorCodes.RequestFailed, 'There is no such file.');
        return text;
    });
    connection.onNotification(CancelNotification.method, (params: DocumentParams) => client.stop(keyOf(params)));
}

/** Editors write the same URI in different ways. */
function keyOf({ uri }: DocumentParams): string {
    return URI.parse(uri).toString();
}

async function fitOutcome({ client, documentAt, checked }: RequestSurroundings, uri: string): Promise<FitOutcome> {
    try {
        await checked(uri);
        const report = await client.settled(uri, { evenIfStopped: true });
        const document = documentAt(uri);
        const errors = (document === undefined ? [] : mergedDiagnostics(document, report)).filter(
            ({ severity }) => severity === DiagnosticSeverity.Error,
        );
        const fits = report.fits.map(fitSentence);
        if (errors.length > 0) {
            const [{ message, range }] = errors;
            const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
            const fitted = fits.length === 0 ? '' : ` Fitted: ${fits.join('; ')}.`;
            return {
                status: 'errors',
                message: `${count}, the first in line ${range.start.line + 1}: ${message}${fitted}`,
            };
        }
        if (fits.length === 0) {
            return { status: 'nothing-to-fit', message: 'There is nothing to fit: write `fit law to runs` first.' };
        }
        return { status: 'fitted', message: fits.join('; ') };
    } catch (error) {
        if (error instanceof JobCancelled) return { status: 'cancelled', message: 'The fit was cancelled.' };
        throw error;
    }
}

/** The number as people write it, with its unit. */
function limitEdit({ range, unit }: AdjustableLimit, limit: number): WriteLimitResult {
    return { ...range, newText: unit === null ? formatQuantity(limit) : `${formatQuantity(limit)} ${unit}` };
}

function refusalOf(error: unknown, method: string, log: ErrorLog): ResponseError {
    if (error instanceof ResponseError) return error;
    if (error instanceof JobCancelled)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'The work was cancelled.');
    if (error instanceof WorkerDied)
        return new ResponseError(LSPErrorCodes.RequestFailed, 'The fitting process ended before it answered.');
    log(`${method} failed: ${describeError(error)}`);
    return new ResponseError(LSPErrorCodes.RequestFailed, 'An internal error: see the log of the language server.');
}
