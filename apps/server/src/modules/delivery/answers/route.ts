import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../kernel/index.ts';
import { authorize } from '../../../platform/http/authorize.ts';
import { problemDetails, type RequestContext, toProblemError, type Viewer } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { saveResponsesInput, saveResponsesPolicy } from '../contract/exam.ts';
import type { Answers, Saved } from './answers.ts';
import { Overloaded } from './committer.ts';

const retryAfterSeconds = 1;

/** What names the session. A browser sends much else, which to carry along would cost as much as the answer itself. */
const sessionHeaders = ['authorization', 'cookie', 'user-agent'] as const;

const contextOf = ({ id, ip, headers }: FastifyRequest): RequestContext => {
  const named = new Headers();
  for (const name of sessionHeaders) {
    const value = headers[name];
    if (value !== undefined) named.set(name, value);
  }
  return { requestId: id, ip, headers: named, responseHeaders: new Headers() };
};

const readInput = (attemptId: unknown, body: unknown) => {
  const members = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  const parsed = saveResponsesInput.safeParse({ ...members, attemptId });
  if (parsed.success) return parsed.data;
  throw new ORPCError('BAD_REQUEST', { message: 'Input validation failed', data: { issues: parsed.error.issues } });
};

/**
 * The hot path of an exam: the operation `delivery.saveResponses` without the stations of other commands, for which it
 * has its own: the session from memory, the owner from memory, the check of the attempt in the statement that writes.
 */
export const answerRoute =
  (platform: Platform, answers: Answers) =>
  (server: FastifyInstance): void => {
    const save = async (context: RequestContext, attemptId: unknown, body: unknown): Promise<Saved> => {
      const viewer = await platform.plumbing.authenticate(context);
      if (!viewer) throw new Problem('forbidden', 'platform.sign-in-required', 'Sign in first.');
      const input = readInput(attemptId, body);
      const saved = await answers.save(viewer.personId, input);
      return saved ?? refuse(input, viewer);
    };

    /** Whoever is not the owner is told what every other operation would tell them. */
    const refuse = async (input: unknown, viewer: Viewer): Promise<never> => {
      await platform.db.system((trx) => authorize(trx, saveResponsesPolicy, input, viewer));
      throw new Problem('not-found', 'platform.not-found', 'There is nothing here, or it is not for you to see.');
    };

    const answerError = (reply: FastifyReply, error: unknown, requestId: string): FastifyReply => {
      if (error instanceof Overloaded) {
        const busy = new ORPCError('delivery.busy', { status: 503, message: 'Busy' });
        const detail = 'Many answers arrive at once. Yours is on your device and is sent again by itself.';
        const details = { ...problemDetails(busy, requestId), title: 'Busy', code: 'delivery.busy', detail };
        reply.header('retry-after', String(retryAfterSeconds));
        return reply.status(503).type('application/problem+json').send(JSON.stringify(details));
      }
      const problem = toProblemError(error);
      if (problem.status >= 500) platform.log.error({ err: error, requestId }, 'An answer could not be saved.');
      const details = JSON.stringify(problemDetails(problem, requestId));
      return reply.status(problem.status).type('application/problem+json').send(details);
    };

    server.post<{ Params: { attemptId: string } }>('/api/attempts/:attemptId/responses', async (request, reply) => {
      const context = contextOf(request);
      try {
        const saved = await save(context, request.params.attemptId, request.body);
        // A session that goes on gets a new cookie now and then.
        for (const [name, value] of context.responseHeaders) reply.header(name, value);
        return saved;
      } catch (error) {
        return answerError(reply, error, request.id);
      }
    });
  };
