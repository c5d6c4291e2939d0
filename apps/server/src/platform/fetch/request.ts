import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Target } from './target.ts';

export interface Limits {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export type Answer =
  | { readonly ok: true; readonly text: string; readonly maxAgeMs: number }
  | {
      readonly ok: false;
      readonly reason: 'redirected' | 'refused' | 'too-large' | 'not-json';
      readonly status: number;
    };

const isJson = (contentType: string | undefined): boolean =>
  /^application\/(json|vc|did|[\w.+-]+\+json)\s*(;|$)/i.test(contentType ?? '');

/** How long the answer may be kept, by its own word; nothing where it says nothing. */
const maxAgeOf = (cacheControl: string | undefined): number => {
  if (/\b(no-store|no-cache)\b/i.test(cacheControl ?? '')) return 0;
  return Number(/\bmax-age=(\d{1,9})\b/i.exec(cacheControl ?? '')?.[1] ?? 0) * 1000;
};

const bodyOf = async (response: IncomingMessage, maxBytes: number): Promise<string | undefined> => {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const read = async (response: IncomingMessage, maxBytes: number): Promise<Answer> => {
  const { statusCode: status = 0, headers } = response;
  const refuse = (reason: Extract<Answer, { ok: false }>['reason']): Answer => ({ ok: false, reason, status });
  if (status >= 300 && status < 400) return refuse('redirected');
  if (status !== 200) return refuse('refused');
  // Nothing compressed was asked for: what a few bytes would grow into is not found out.
  if (!isJson(headers['content-type']) || (headers['content-encoding'] ?? 'identity') !== 'identity') {
    return refuse('not-json');
  }
  const text = await bodyOf(response, maxBytes);
  return text === undefined ? refuse('too-large') : { ok: true, text, maxAgeMs: maxAgeOf(headers['cache-control']) };
};

/**
 * One GET at the addresses that were found for the name, and at no others. Nothing of ours goes along: no cookie, no
 * address of the page that asks.
 *
 * @throws Error of the connection, or of the signal.
 */
export const requestAt = ({ url, addresses }: Target, { maxBytes, signal }: Limits): Promise<Answer> => {
  const pinned: LookupFunction = (_hostname, { all }, done) => {
    const [first] = addresses;
    if (all === true)
      done(
        null,
        addresses.map(({ address, family }) => ({ address, family })),
      );
    else done(null, first?.address ?? '', first?.family ?? 0);
  };
  const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = ask(url, {
      // A connection kept from before could lead to another address.
      agent: false,
      lookup: pinned,
      signal,
      headers: {
        accept: 'application/json, application/vc, application/did+json, application/*+json;q=0.9',
        'accept-encoding': 'identity',
        'user-agent': 'Testamur (verification of credentials)',
      },
    });
    asked.once('error', reject);
    // An answer that changes the protocol (101) ends the connection with neither an answer nor an error.
    asked.once('close', () => reject(new Error('The connection ended without an answer.')));
    asked.once('response', (response) => {
      response.once('error', reject);
      read(response, maxBytes)
        .then(resolve, reject)
        .finally(() => asked.destroy());
    });
    asked.end();
  });
};
