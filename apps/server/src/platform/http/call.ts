import type { Trx } from '../db/index.ts';
import type { LocatedKind } from '../operations/operation.ts';
import type { Party } from '../operations/parties.ts';

/** The signed-in person. */
export interface Viewer {
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly operator: boolean;
}

/** The organization that an operation or a job works in. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'platform' | 'live' | 'demonstration' | 'rehearsal';
  readonly clockOffsetMs: number;
}

/** What commands need, whether a person calls or a job runs: one transaction in one organization, at its time. */
export interface Scope {
  readonly trx: Trx;
  readonly organization: Tenant;
  readonly now: Date;
}

/** One authorized call of an operation, inside its transaction. */
export interface Call {
  readonly requestId: string;
  readonly trx: Trx;
  readonly now: Date;
  readonly viewer: Viewer | undefined;
  readonly organization: Tenant | undefined;
  readonly located:
    | { readonly id: string; readonly kind: LocatedKind; readonly personId: string | undefined }
    | undefined;
  readonly parties: ReadonlySet<Party>;
  readonly request: { readonly headers: Headers; readonly ip: string };
  /** Headers of the answer, such as cookies of a sign-in. */
  readonly responseHeaders: Headers;
  /** Adds to the audit entry of this command; opaque ids, codes and numbers only. */
  note(detail: Readonly<Record<string, unknown>>): void;
  /** Adds what names or describes a person: kept apart and erasable, the chain holds a salted commitment. */
  notePersonal(detail: Readonly<Record<string, unknown>>): void;
}

/** The viewer of an operation whose policy never lets anonymous callers in. */
export const viewerOf = (call: Call): Viewer => {
  if (!call.viewer)
    throw new Error('This operation is open to anonymous callers: its policy lets nobody be the viewer.');
  return call.viewer;
};

/** The scope of an operation whose tenancy names an organization. */
export const scopeOf = (call: Call): Scope => {
  if (!call.organization) throw new Error('This operation works in no organization: its tenancy says none.');
  return { trx: call.trx, organization: call.organization, now: call.now };
};
