import { expect, test } from 'vitest';
import { LSPErrorCodes, ResponseError, ErrorCodes } from 'vscode-languageserver/node.js';
import { reasonOf, wasAbandoned, wasCancelled } from '../../src/extension/failure.js';

test.each([
    ['cancelled', LSPErrorCodes.RequestCancelled],
    ['cancelled by the server', LSPErrorCodes.ServerCancelled],
    ['made stale by an edit', LSPErrorCodes.ContentModified],
    ['left by a server that died', ErrorCodes.PendingResponseRejected],
    ['written to a dying server', ErrorCodes.MessageWriteError],
    ['sent without a connection', ErrorCodes.ConnectionInactive],
])('a request that was %s is nothing to tell', (_, code) => {
    expect(wasAbandoned(new ResponseError(code, 'gone'))).toBe(true);
});

test.each([new ResponseError(ErrorCodes.InternalError, 'our bug'), new Error('plain'), 'text', null])(
    'a failure is told: %s',
    (error) => expect(wasAbandoned(error)).toBe(false),
);

test('stopped work is told from other requests that were given up', () => {
    expect(wasCancelled(new ResponseError(LSPErrorCodes.RequestCancelled, 'stopped'))).toBe(true);
    expect(wasCancelled(new ResponseError(ErrorCodes.PendingResponseRejected, 'died'))).toBe(false);
});

test('a reason is the message of an error, or what was thrown', () => {
    expect(reasonOf(new Error('the disk is full'))).toBe('the disk is full');
    expect(reasonOf('no disk')).toBe('no disk');
});
