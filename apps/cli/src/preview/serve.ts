import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CommandError } from '../shell/errors.ts';
import { readFacts, type SiteFacts } from './site.ts';

/** A package that is shown. */
export interface Previewed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
};

const plain = (status: number, words: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: `${words}\n`,
});

/**
 * Serves the site in `folder` with one package, to this machine alone. A page elsewhere that has a name of its own point here
 * (DNS rebinding) is turned away by the Host header. Files are served by a list made at the start, so no path leads out.
 *
 * @throws CommandError when the site is not built or the port is taken.
 */
export const servePreview = async (folder: string, { name, bytes }: Previewed, port: number): Promise<Preview> => {
  const facts = await readFacts(folder);
  const files = new Map((await listFiles(folder)).map((file) => [`/${file.split(path.sep).join('/')}`, file]));
  const answer = async (url: string): Promise<Answer> => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === '/package') {
      const headers = { 'content-type': 'application/octet-stream', 'x-package-name': encodeURIComponent(name) };
      return { status: 200, headers: { ...headers, 'cache-control': 'no-store' }, body: bytes };
    }
    if (pathname === facts.sandbox.path) {
      return { status: 200, headers: facts.sandbox.headers, body: facts.sandbox.document };
    }
    const file = files.get(pathname === '/' ? '/index.html' : pathname);
    if (file === undefined || file === 'site.json') return plain(404, 'There is nothing here.');
    const content = await readFile(path.join(folder, file));
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    if (path.extname(file) !== '.html') return { status: 200, headers: { 'content-type': type }, body: content };
    return page(facts, content.toString('utf8'), type);
  };
  const server = createServer((request, response) => {
    respond(request, response, answer).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} is taken.`, { fix: 'Name another with --port, or leave it out.' })
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const page = ({ nonce, contentSecurityPolicy }: SiteFacts, html: string, type: string): Answer => {
  const fresh = randomBytes(16).toString('base64');
  const headers = {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy.replaceAll(nonce, fresh),
    'cache-control': 'no-store',
  };
  return { status: 200, headers, body: html.replaceAll(nonce, fresh) };
};

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  answer: (url: string) => Promise<Answer>,
): Promise<void> => {
  const { status, headers, body } = await answerTo(request, answer);
  response.writeHead(status, { ...common, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
};

const answerTo = async (
  { method, headers: { host = '' }, url = '/', socket }: IncomingMessage,
  answer: (url: string) => Promise<Answer>,
): Promise<Answer> => {
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!own.includes(host.toLowerCase())) return plain(421, 'This preview answers to 127.0.0.1 and localhost alone.');
  if (method !== 'GET' && method !== 'HEAD')
    return plain(405, 'This preview can only be read.', { allow: 'GET, HEAD' });
  if (!url.startsWith('/')) return plain(400, 'Ask for a path.');
  return answer(url);
};

const listFiles = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
};
