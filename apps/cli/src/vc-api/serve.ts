import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, isIPv6 } from 'node:net';
import { MAX_BODY_BYTES, type VcApi, type VcApiResponse } from '@testamur/credentials';
import { CommandError } from '../shell/errors.ts';

export interface Served {
  /** Where it listens, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

interface Listening {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
}

/** The body, or undefined when it is longer than any that is read; then the rest of it is not waited for. */
const read = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const tooLong: VcApiResponse = {
  status: 400,
  contentType: 'application/json',
  body: {
    errors: [
      {
        type: 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR',
        title: 'The request cannot be read',
        detail: `The body is longer than ${MAX_BODY_BYTES} bytes.`,
      },
    ],
  },
};

const respond = async (api: VcApi, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = 'GET', url = '/' } = request;
  const body = await read(request);
  const answer = body === undefined ? tooLong : await api.handle({ method, path: url, body });
  const text = answer.body === undefined ? undefined : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...(text === undefined ? {} : { 'content-type': answer.contentType, 'content-length': Buffer.byteLength(text) }),
    ...(answer.status === 405 ? { allow: 'GET, HEAD, POST' } : {}),
    ...(body === undefined ? { connection: 'close' } : {}),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(method === 'HEAD' ? undefined : text);
};

/**
 * Serves an API that is made once the address is known, since its status lists bear it.
 *
 * @throws CommandError when the port is taken or the host is none of this machine.
 */
export const serveVcApi = async (make: (url: string) => VcApi, { host, port, tls }: Listening): Promise<Served> => {
  let api: VcApi | undefined;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (api === undefined) response.destroy();
    else respond(api, request, response).catch(() => response.destroy());
  };
  const server = tls === undefined ? createServer(answer) : createSecureServer(tls, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} is taken.`, { fix: 'Name another with --port, or leave it out.' })
          : new CommandError(`"${host}" cannot be listened on (${error.code}).`, {
              fix: 'Name an address of this machine with --host.',
            }),
      ),
    );
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const url = `${tls === undefined ? 'http' : 'https'}://${isIPv6(host) ? `[${host}]` : host}:${taken}`;
  api = make(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
