import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CommandError } from '../shell/errors.ts';

/** A server of published files that runs. */
export interface Published {
  readonly url: string;
  close(): Promise<void>;
}

/** The two kinds of addresses that verifiers ask for, and nothing else; no other part of a path ever reaches the disk. */
const addresses: readonly { readonly pattern: RegExp; readonly type: string }[] = [
  { pattern: /^\/api\/issuers\/[a-z0-9][a-z0-9-]{0,62}\/did\.json$/, type: 'application/did+json' },
  {
    pattern: /^\/api\/issuers\/[a-z0-9][a-z0-9-]{0,62}\/status\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    type: 'application/vc',
  },
];

const common = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' } as const;

const refuse = (
  response: ServerResponse,
  status: number,
  words: string,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { ...common, 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${words}\n`);
};

const respond = async (folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Files are read here, and nothing else.', { allow: 'GET, HEAD' });
  }
  const { pathname } = URL.parse(request.url ?? '', 'http://localhost') ?? { pathname: '' };
  const address = addresses.find(({ pattern }) => pattern.test(pathname));
  const bytes = address && (await readFile(path.join(folder, ...pathname.split('/'))).catch(() => undefined));
  if (!address || !bytes) return refuse(response, 404, 'Nothing is published here.');
  const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  const headers = { ...common, etag: tag, 'cache-control': 'public, max-age=60' };
  if ((request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': address.type, 'content-length': bytes.byteLength });
  response.end(request.method === 'HEAD' ? undefined : bytes);
};

/**
 * Serves status lists and DID documents from the folder in which an installation publishes them: no database, no keys,
 * nothing that writes.
 *
 * @throws CommandError when the folder is none or the port is taken.
 */
export const servePublished = async (folder: string, host: string, port: number): Promise<Published> => {
  const root = await realpath(folder).catch(() => {
    throw new CommandError(`${folder} is no folder that can be read.`, {
      fix: 'Name the folder "published" in DATA_DIR of the installation, or a copy of it.',
    });
  });
  const server = createServer((request, response) => {
    respond(root, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} is taken.`, { fix: 'Name another with --port.' })
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
