import { data, isRouteErrorResponse } from 'react-router';

/** What the error page shows. Thrown by loaders and actions as the data of a response, so it reaches the browser whole. */
export interface Refusal {
  /** A problem code of the API, such as `identity.link-invalid`, or `web.unexpected`. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

const statusOfKind: Readonly<Record<string, number>> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  'rule-broken': 409,
  unavailable: 503,
};

export interface ApiProblem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const pathOf = (path: unknown): string =>
  Array.isArray(path)
    ? path.map((part: unknown) => String(isRecord(part) ? part.key : part)).join('.')
    : String(path ?? '');

/** Fields of a problem, or issues of a schema: both say where and what. */
const fieldsOf = (value: unknown): ApiProblem['fields'] =>
  Array.isArray(value)
    ? value.flatMap((entry: unknown) =>
        isRecord(entry) && typeof entry.message === 'string'
          ? [{ path: pathOf(entry.path), message: entry.message }]
          : [],
      )
    : [];

/**
 * What the API said instead of an answer, in-process or by HTTP: an error with a status from 400 to 499, or 503 where it
 * is busy, and a code. Anything else is a bug: `undefined`.
 */
export const apiWordOf = (error: unknown): ApiProblem | undefined => {
  if (!(error instanceof Error) || !isRecord(error)) return undefined;
  const { kind, code, data: details } = error;
  const status = typeof kind === 'string' ? statusOfKind[kind] : error.status;
  if (typeof status !== 'number' || status < 400 || (status > 499 && status !== 503)) return undefined;
  const detail = isRecord(details) ? details : {};
  return {
    status,
    code: typeof code === 'string' ? code : 'web.refused',
    message: error.message,
    fields: fieldsOf(detail.fields ?? detail.issues ?? error.fields),
  };
};

/** A refusal of the API: trying the same again will not help. What is only busy is as good as not reached. */
export const apiProblemOf = (error: unknown): ApiProblem | undefined => {
  const word = apiWordOf(error);
  return word !== undefined && word.status < 500 ? word : undefined;
};

export const refuse = (status: number, refusal: Refusal) =>
  data(refusal, { status, ...(status === 503 ? { headers: { 'retry-after': '10' } } : {}) });

/** The refusal that an error boundary caught, if it is one. */
export const refusalOf = (error: unknown): { status: number; refusal: Refusal | undefined } | undefined => {
  if (!isRouteErrorResponse(error)) return undefined;
  const body: unknown = error.data;
  const known =
    isRecord(body) && typeof body.code === 'string' && typeof body.message === 'string'
      ? { code: body.code, message: body.message, requestId: String(body.requestId ?? '') }
      : undefined;
  return { status: error.status, refusal: known };
};
