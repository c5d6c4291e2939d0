import { Readable, Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

/** Thrown before or while a body is read that is larger than allowed. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';

  constructor(maxBytes: number) {
    super(`More than ${megabytes(maxBytes)} MB cannot be sent at once. Choose a smaller file, or fewer of them.`);
  }
}

const limited = (maxBytes: number) => {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      callback(bytes > maxBytes ? new BodyTooLarge(maxBytes) : null, chunk);
    },
  });
};

const withBody = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** What was asked for, at our own address: neither `//host/path` nor a whole address may name another host. */
const addressOf = (asked: string, origin: string): URL => {
  const path = asked.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  return new URL(new URL(origin).origin + path);
};

/** Fastify's request as the web's, so that the API and the pages are served by one kind of handler. */
export const toWebRequest = (request: FastifyRequest, origin: string, maxBytes: number): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':')) continue;
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  const ours = new URL(origin);
  // Behind TLS the public name is the only one: the proxy in front may put the name of its backend here.
  if (ours.protocol === 'https:') headers.set('host', ours.host);
  const controller = new AbortController();
  request.raw.once('close', () => {
    if (!request.raw.complete) controller.abort();
  });
  const hasBody = withBody.has(request.method) && (headers.has('content-length') || headers.has('transfer-encoding'));
  return new Request(addressOf(request.url, origin), {
    method: request.method,
    headers,
    signal: controller.signal,
    ...(hasBody ? { body: Readable.toWeb(request.raw.pipe(limited(maxBytes))) as ReadableStream, duplex: 'half' } : {}),
  });
};

export const sendWebResponse = (response: Response, reply: FastifyReply): FastifyReply => {
  reply.status(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  // Most answers are about a person: no cache between may keep one for somebody else.
  if (!response.headers.has('cache-control')) reply.header('cache-control', 'private, no-cache');
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(response.body ? Readable.fromWeb(response.body as import('node:stream/web').ReadableStream) : null);
};
