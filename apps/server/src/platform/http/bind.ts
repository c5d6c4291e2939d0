import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import { type AnyProcedure, Procedure } from '@orpc/server';
import { Problem } from '../../kernel/index.ts';
import type { Database } from '../db/index.ts';
import type { OperationMeta } from '../operations/operation.ts';
import { authorize } from './authorize.ts';
import type { Call, Tenant, Viewer } from './call.ts';
import { once } from './idempotency.ts';
import { toOrpcError } from './problem-details.ts';

/** What every request brings along, over HTTP or in-process. */
export interface RequestContext {
  readonly requestId: string;
  readonly headers: Headers;
  readonly ip: string;
  readonly responseHeaders: Headers;
  /** In-process callers give the key here; over HTTP it is the header `Idempotency-Key`. */
  readonly idempotencyKey?: string;
}

/** One audit entry: who did what to which object, in the transaction of the change. */
export interface CommandRecord {
  readonly organization: Tenant | undefined;
  readonly viewer: Viewer | undefined;
  readonly now: Date;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
}

/** What the modules below everything give to the plumbing. */
export interface Plumbing {
  readonly db: Database;
  now(organization: Tenant | undefined): Date;
  /** Who calls; the same request is asked once. */
  authenticate(request: RequestContext): Promise<Viewer | undefined>;
  recordCommand(trx: Call['trx'], record: CommandRecord): Promise<void>;
}

type Handler<P> =
  P extends ContractProcedure<infer I, infer O, infer _Errors, infer _Meta>
    ? (input: InferSchemaOutput<I>, call: Call) => Promise<InferSchemaInput<O>>
    : never;

export type Handlers<C> = { readonly [K in keyof C]: Handler<C[K]> };

const retryable = new Set(['40001', '40P01']);
/** Text with U+0000, or with half of a character: valid in JSON, and nothing that PostgreSQL keeps. */
const unstorable = new Set(['22021', '22P05']);

const notStorable = () =>
  new Problem('invalid', 'platform.invalid', 'A text holds a character that cannot be kept. Type the text anew.');

/**
 * Makes the procedures of a module from its contract and its handlers. Around each handler stands the same order:
 * authenticate, open the transaction, authorize, look up the idempotency key, run, write the audit entry, commit.
 */
export const bind = <C extends Record<string, AnyContractProcedure>>(
  plumbing: Plumbing,
  moduleName: string,
  contract: C,
  handlers: Handlers<C>,
): { [K in keyof C]: AnyProcedure } => {
  const bound = Object.entries(contract).map(([name, procedure]) => {
    const handler = handlers[name as keyof C] as (input: unknown, call: Call) => Promise<unknown>;
    return [name, bindOne(plumbing, `${moduleName}.${name}`, procedure, handler)] as const;
  });
  return Object.fromEntries(bound) as { [K in keyof C]: AnyProcedure };
};

const bindOne = (
  plumbing: Plumbing,
  action: string,
  procedure: AnyContractProcedure,
  handler: (input: unknown, call: Call) => Promise<unknown>,
): AnyProcedure => {
  const meta: OperationMeta = procedure['~orpc'].meta;
  const policy = meta.policy;
  if (!policy) throw new Error(`The operation ${action} declares no policy.`);

  const runOnce = (input: unknown, request: RequestContext, viewer: Viewer | undefined) =>
    plumbing.db.system(async (trx) => {
      const { organization, located, parties } = await authorize(trx, policy, input, viewer);
      const detail: Record<string, unknown> = {};
      const personal: Record<string, unknown> = {};
      const now = plumbing.now(organization);
      const call: Call = {
        requestId: request.requestId,
        trx,
        now,
        viewer,
        organization,
        located,
        parties,
        request: { headers: request.headers, ip: request.ip },
        responseHeaders: request.responseHeaders,
        note: (more) => Object.assign(detail, more),
        notePersonal: (more) => Object.assign(personal, more),
      };
      if (!meta.command) return handler(input, call);
      const run = async () => {
        const answer = await handler(input, call);
        const subject = located ? `${located.kind}:${located.id}` : (organization?.slug ?? 'installation');
        await plumbing.recordCommand(trx, { organization, viewer, now, action, subject, detail, personal });
        return answer;
      };
      const key = request.idempotencyKey ?? request.headers.get('idempotency-key');
      if (key === null || !viewer || meta.secret) return run();
      return once(trx, { personId: viewer.personId, key, operation: action, input }, run);
    });

  const answer = async (input: unknown, request: RequestContext): Promise<unknown> => {
    const viewer = await plumbing.authenticate(request);
    for (let tries = 1; ; tries += 1) {
      try {
        return await runOnce(input, request, viewer);
      } catch (error) {
        if (error instanceof Problem) throw toOrpcError(error);
        const code = (error as { code?: unknown }).code;
        if (typeof code === 'string' && unstorable.has(code)) throw toOrpcError(notStorable());
        if (tries >= 4 || typeof code !== 'string' || !retryable.has(code)) throw error;
      }
    }
  };

  return new Procedure({
    ...procedure['~orpc'],
    middlewares: [],
    inputValidationIndex: 0,
    outputValidationIndex: 0,
    handler: ({ input, context }) => answer(input, context as RequestContext),
  });
};
