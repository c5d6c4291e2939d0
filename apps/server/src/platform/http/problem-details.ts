import { ORPCError } from '@orpc/server';
import { Problem, type ProblemField, type ProblemKind } from '../../kernel/index.ts';

const statusOf = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  'rule-broken': 409,
  unavailable: 503,
} as const satisfies Record<ProblemKind, number>;

export interface ProblemData {
  readonly fields: readonly ProblemField[];
}

/** RFC 9457, with the code that clients branch on and the request id that support asks for. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly fields: readonly ProblemField[];
  readonly requestId?: string;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be used as it is',
  429: 'Too many requests',
  503: 'Busy',
};

/** Seconds after which whoever came while too much was at work may try again (Retry-After, RFC 9110, 10.2.3). */
export const retryAfterSeconds = 10;

/** A bug or a breakdown, which is reported; that too much is at work is a refusal that its caller understands. */
export const isUnexpected = (status: number): boolean => status >= 500 && status !== 503;

export const toOrpcError = (problem: Problem): ORPCError<string, ProblemData> => {
  const status =
    problem.code === 'platform.sign-in-required'
      ? 401
      : problem.code.endsWith('.too-many-tries')
        ? 429
        : statusOf[problem.kind];
  return new ORPCError(problem.code, {
    status,
    message: problem.message,
    data: { fields: problem.fields },
    cause: problem,
  });
};

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const hasIssues = (data: unknown): data is { issues: readonly Issue[] } =>
  typeof data === 'object' && data !== null && Array.isArray((data as { issues?: unknown }).issues);

/** Turns what the contract's schemas found wrong into a `platform.invalid` problem that names each field. */
export const asProblemError = (error: ORPCError<string, unknown>): ORPCError<string, unknown> => {
  if (error.code === 'BAD_REQUEST' && hasIssues(error.data)) {
    const fields = error.data.issues.map((issue) => ({
      path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      message: issue.message,
    }));
    const first = fields[0];
    const message = first
      ? `${first.path === '' ? '' : `${first.path}: `}${first.message}`
      : 'The input is not as it should be.';
    return new ORPCError('platform.invalid', { status: 422, message, data: { fields }, cause: error });
  }
  return error;
};

/** The library's own code for a body that it cannot read. */
const codeOf = ({ code }: ORPCError<string, unknown>): string =>
  code === 'BAD_REQUEST' ? 'platform.bad-request' : code;

export const problemDetails = (error: ORPCError<string, unknown>, requestId?: string): ProblemDetails => {
  const data = error.data as Partial<ProblemData> | undefined;
  const known = !isUnexpected(error.status);
  const code = known ? codeOf(error) : 'platform.unexpected';
  return {
    type: known ? `/api#${code}` : 'about:blank',
    title: titles[error.status] ?? (known ? 'Refused' : 'Unexpected error'),
    status: error.status,
    detail: known
      ? error.message
      : 'Something went wrong here. Nothing was changed. Try again, and name the request id if it persists.',
    code,
    fields: Array.isArray(data?.fields) ? data.fields : [],
    ...(requestId === undefined ? {} : { requestId }),
  };
};

/** What no handler saw: any error in, a problem out. */
export const toProblemError = (error: unknown): ORPCError<string, unknown> => {
  if (error instanceof Problem) return toOrpcError(error);
  if (error instanceof ORPCError) return asProblemError(error);
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Unexpected error', cause: error });
};
