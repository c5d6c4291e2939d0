import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, RouterContextProvider, ServerRouter } from 'react-router';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { apiContext, apiDocumentContext, requestContext, viewerContext } from './context.ts';
import { DocumentProvider } from './document/document-provider.tsx';
import { factsOfRequest } from './document/facts-of-request.ts';
import type { LoadContextValues } from './load-context-values.ts';

// The handler takes these from here: contexts and router classes are compared by identity, so there must be one of each.
export { createRequestHandler } from 'react-router';

export const createLoadContext = ({ api, viewer, request, apiDocument }: LoadContextValues): RouterContextProvider => {
  const context = new RouterContextProvider();
  context.set(apiContext, api);
  context.set(viewerContext, viewer);
  context.set(requestContext, request);
  context.set(apiDocumentContext, apiDocument);
  return context;
};

export const streamTimeout = 5_000;

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A page that the reader left before it was ready is no error.
  if (!request.signal.aborted) context.get(requestContext).report(error);
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> | Response {
  const { id, nonce, development, report } = loadContext.get(requestContext);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', contentSecurityPolicy({ nonce, development }));
  headers.set('X-Request-Id', id);
  headers.append('Vary', 'Cookie, Accept-Language');
  if (request.method === 'HEAD') return new Response(null, { status, headers });

  const facts = factsOfRequest(request, { requestId: id, nonce, development });
  return new Promise((resolve, reject) => {
    let answered = false;
    let failed = false;
    // Crawlers, and people without JavaScript, get the whole page at once: nothing here streams in late.
    const whenReady = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
    const { pipe, abort } = renderToPipeableStream(
      <DocumentProvider facts={facts}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </DocumentProvider>,
      {
        nonce,
        [whenReady]() {
          answered = true;
          const body = new PassThrough({
            final(callback) {
              clearTimeout(timer);
              callback();
            },
          });
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }));
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true;
          // Errors before the answer reject it and are reported by `handleError`.
          if (answered) report(error);
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}
