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

/** The site as a function from requests to responses; the server brings the API and who is signed in. */
export const createWebHandler = async ({ mode, getContext }: WebHandlerOptions): Promise<WebHandler> => {
  const root = import.meta.dirname;
  const development = mode === 'development' ? await startDevelopmentSite(root) : undefined;
  const built = development ? undefined : await loadBuiltSite(root);
  const load: () => Promise<Site> = development ? development.load : async () => built ?? loadBuiltSite(root);

  return {
    handle: async (request) => {
      const { build, module } = await load();
      const { api, viewer, requestId, demonstration, report, responseHeaders } = await getContext(request);
      const nonce = randomBytes(16).toString('base64');
      const context = module.createLoadContext({
        api,
        viewer,
        request: { id: requestId, nonce, demonstration, development: mode === 'development', report },
      });
      return withHeaders(await module.createRequestHandler(build, mode)(request, context), responseHeaders);
    },
    staticFolder: path.join(root, 'build', 'client'),
    middleware: development?.middleware,
    close: async () => development?.close(),
  };
};
