import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { LoadContextValues } from './app/load-context-values.ts';
import { loadBuiltSite } from './built-site.ts';
import { type NodeMiddleware, startDevelopmentSite } from './development-site.ts';
import type { Site } from './site-entry.ts';

export type { Membership, Viewer } from './app/context.ts';

/** What the server knows about a request when it hands it to the site. */
export interface RequestContext {
  /** Calls operations in this process with the rights of the viewer. */
  readonly api: LoadContextValues['api'];
  readonly viewer: LoadContextValues['viewer'];
  readonly requestId: string;
  /** The installation holds demonstration data. */
  readonly demonstration: boolean;
  /** Writes a bug to the log under the request id. */
  readonly report: (error: unknown) => void;
  /** The OpenAPI document, for the page that explains the API. */
  readonly apiDocument: unknown;
  /** Filled by API calls during the request (a sign-in sets its cookie here); added to the answer. */
  readonly responseHeaders?: Headers;
}

export type WebMode = 'production' | 'development';

export interface WebHandlerOptions {
  readonly mode: WebMode;
  readonly getContext: (request: Request) => Promise<RequestContext> | RequestContext;
}

export interface WebHandler {
  /** Answers a request for a page, for the data of a page, or with a form that was sent. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Production: files served as they are. Those in `assets/` never change under one name; others may. */
  readonly staticFolder: string;
  /** Development: serves modules, styles and fonts, and calls `next` for pages. Goes before `handle`. */
  readonly middleware: NodeMiddleware | undefined;
  readonly close: () => Promise<void>;
}

const withHeaders = (response: Response, added: Headers | undefined): Response => {
  for (const [name, value] of added ?? []) response.headers.append(name, value);
  return response;
};

/**
 * The address that the browser asked for. Forms are accepted from pages of that very address alone, so one that is also
 * reached by another name (127.0.0.1 beside localhost) works by each.
 */
const asAskedFor = (request: Request): Request => {
  const url = new URL(request.url);
  const host = request.headers.get('host');
  if (host === null || host === url.host) return request;
  url.host = host;
  return new Request(url, request);
};

const always =
  <T>(value: T) =>
  async () =>
    value;

type Answer = (request: Request, values: LoadContextValues) => Promise<Response>;

const answererOf = ({ build, module }: Site, mode: WebMode): Answer => {
  const handle = module.createRequestHandler(build, mode);
  return (request, values) => handle(request, module.createLoadContext(values));
};

/** The site as a function from requests to responses; the server brings the API and who is signed in. */
export const createWebHandler = async ({ mode, getContext }: WebHandlerOptions): Promise<WebHandler> => {
  const root = import.meta.dirname;
  const development = mode === 'development' ? await startDevelopmentSite(root) : undefined;
  const load = development
    ? // The site may have changed since the last request.
      async () => answererOf(await development.load(), mode)
    : always(answererOf(await loadBuiltSite(root), mode));

  return {
    handle: async (request) => {
      const answer = await load();
      const { requestId, demonstration, report, responseHeaders, ...values } = await getContext(request);
      const nonce = randomBytes(16).toString('base64');
      const facts = { id: requestId, nonce, demonstration, development: mode === 'development', report };
      return withHeaders(await answer(asAskedFor(request), { ...values, request: facts }), responseHeaders);
    },
    staticFolder: path.join(root, 'build', 'client'),
    middleware: development?.middleware,
    close: async () => development?.close(),
  };
};
