import type { Api } from './api.ts';
import type { RequestFacts, Viewer } from './context.ts';

/** What the server hands to the site for one request. */
export interface LoadContextValues {
  readonly api: Api;
  readonly viewer: Viewer | undefined;
  readonly request: RequestFacts;
  readonly apiDocument: unknown;
}
