/** The language server's entry: speaks over what its client chose (stdio or IPC); the worker's bundle stands beside this one. */
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import { startServer } from './server.js';

startServer(createConnection(ProposedFeatures.all), join(__dirname, 'worker.cjs'));
