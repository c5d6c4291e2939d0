import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { createSessionToken } from '../../modules/identity/index.ts';
import type { Tenant } from '../../platform/http/index.ts';

export type Api = ReturnType<Context['client']>;

/** Everyone who acts in the demonstration, each through the API with their own rights. */
export interface World {
  readonly context: Context;
  readonly organization: Tenant;
  as(mailbox: string): Promise<Api>;
  /** Somebody without an account. */
  anyone(): Promise<Api>;
  /** Ends the sessions that this made. */
  close(): Promise<void>;
}

const clientWith = (context: Context, headers: Record<string, string>): Api =>
  context.client({
    requestId: randomUUID(),
    headers: new Headers(headers),
    ip: '127.0.0.1',
    responseHeaders: new Headers(),
  });

export const createWorld = (context: Context, organization: Tenant, personIds: ReadonlyMap<string, string>): World => {
  const { db } = context.platform;
  const tokens: string[] = [];
  const apis = new Map<string, Promise<Api>>();
  const enter = async (mailbox: string): Promise<Api> => {
    const personId = personIds.get(mailbox);
    if (personId === undefined) throw new Error(`The demonstration has nobody named ${mailbox}.`);
    const token = await db.system((trx) => createSessionToken(trx, personId));
    tokens.push(token);
    return clientWith(context, { authorization: `Bearer ${token}` });
  };
  return {
    context,
    organization,
    as: (mailbox) => {
      const known = apis.get(mailbox);
      if (known) return known;
      const made = enter(mailbox);
      apis.set(mailbox, made);
      return made;
    },
    anyone: async () => clientWith(context, {}),
    close: async () => {
      if (tokens.length > 0) await db.kysely.deleteFrom('session').where('token', 'in', tokens).execute();
    },
  };
};
