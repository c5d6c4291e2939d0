import { type ActionFunctionArgs, isRouteErrorResponse, type LoaderFunctionArgs, redirect } from 'react-router';
import type { Api } from '../api.ts';
import { apiContext, type RequestFacts, requestContext, type Viewer, viewerContext } from '../context.ts';
import { apiWordOf, refuse } from './refusal.ts';
import { signInPath } from './sign-in-path.ts';

/** What every loader and action needs beside its own arguments. */
export interface Inside {
  readonly api: Api;
  /** Who is signed in. */
  readonly viewer: Viewer | undefined;
  readonly request: RequestFacts;
}

const isResponseOrData = (error: unknown): boolean =>
  error instanceof Response ||
  isRouteErrorResponse(error) ||
  (typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit');

/**
 * Wraps a loader or an action: hands it the API and the viewer, turns a refusal of the API into the matching error page
 * (404, 403 …) or into signing in (401), and a bug into "unexpected" with the request id, after reporting it.
 *
 *     export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => api.programs.getProgram({ … }));
 */
export const load =
  <Args extends LoaderFunctionArgs | ActionFunctionArgs, Result>(
    run: (args: Args, inside: Inside) => Promise<Result> | Result,
  ) =>
  async (args: Args): Promise<Result> => {
    const request = args.context.get(requestContext);
    try {
      return await run(args, { api: args.context.get(apiContext), viewer: args.context.get(viewerContext), request });
    } catch (error) {
      if (isResponseOrData(error)) throw error;
      const problem = apiWordOf(error);
      if (problem?.status === 401) throw redirect(signInPath(args.url));
      if (problem)
        throw refuse(problem.status, { code: problem.code, message: problem.message, requestId: request.id });
      request.report(error);
      throw refuse(500, { code: 'web.unexpected', message: '', requestId: request.id });
    }
  };

/** The same for actions; named for what it wraps. */
export const act = load;
