import type { ActorKind, FactKind } from '@testamur/program';

/** Somebody in the chain: the id never leaves the server, the name only for those who may see it. */
export interface PersonRef {
  readonly role: 'holder' | 'staff' | 'examiner' | 'third-party' | 'system';
  readonly id?: string;
}

/** What one detail says, before it is shown to anybody. */
export type Value =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'instant'; readonly at: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'points'; readonly score: number; readonly of: number }
  | { readonly kind: 'hash'; readonly hex: string }
  | { readonly kind: 'yes'; readonly yes: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'payments'; readonly payments: readonly Payment[] }
  | { readonly kind: 'people'; readonly people: readonly PersonRef[] }
  | { readonly kind: 'marks'; readonly ratings: readonly RatingRef[] }
  | { readonly kind: 'not-recorded' };

export interface Payment {
  readonly invoiceId: string;
  readonly title: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly byVoucher: boolean;
}

export interface RatingRef {
  readonly by: PersonRef;
  readonly submittedAt: string;
  readonly marks: readonly { readonly criterion: string; readonly level: number }[];
}

/** `not-recorded`: nothing was kept that it could be held against. It never reads as either of the others. */
export type CheckState = 'ok' | 'broken' | 'not-recorded';

export const checkIds = [
  'document-hash',
  'document-proof',
  'as-prepared',
  'independent',
  'after-results',
  'fact-agrees',
  'scored-again',
  'marks-as-submitted',
  'items-unchanged',
  'form-as-published',
  'responses-as-saved',
  'in-window',
  'edition-as-published',
  'audited',
] as const;
export type CheckId = (typeof checkIds)[number];

export interface EvidenceCheck {
  readonly of: CheckId;
  readonly state: CheckState;
}

export const stateOf = (holds: boolean | undefined): CheckState =>
  holds === undefined ? 'not-recorded' : holds ? 'ok' : 'broken';

/** A fact of the ledger, and where the audit entered the act that recorded it. */
export interface FactRef {
  readonly id: string;
  readonly kind: FactKind;
  readonly at: string;
  readonly entry?: { readonly seq: number; readonly hash: string; readonly action: string };
}

export const text = (value: string | undefined): Value =>
  value === undefined ? { kind: 'not-recorded' } : { kind: 'text', text: value };
export const code = (value: string | undefined): Value =>
  value === undefined ? { kind: 'not-recorded' } : { kind: 'code', text: value };
export const instant = (value: Date | string | undefined): Value =>
  value === undefined
    ? { kind: 'not-recorded' }
    : { kind: 'instant', at: typeof value === 'string' ? value : value.toISOString() };
export const number = (value: number | undefined): Value =>
  value === undefined ? { kind: 'not-recorded' } : { kind: 'number', number: value };
export const hash = (hex: string): Value => ({ kind: 'hash', hex });
export const yes = (value: boolean): Value => ({ kind: 'yes', yes: value });
export const list = (items: readonly string[]): Value => ({ kind: 'list', items });
export const points = (score: number, of: number): Value => ({ kind: 'points', score, of });
export const notRecorded: Value = { kind: 'not-recorded' };

const roleOf = { candidate: 'holder', staff: 'staff', examiner: 'examiner', 'third-party': 'third-party' } as const;

/** Nobody is named twice. */
export const people = (actors: readonly { readonly kind: ActorKind; readonly id?: string }[]): Value => {
  const known = new Map(
    actors.map(({ kind, id }): [string, PersonRef] => [
      `${kind}/${id}`,
      { role: kind === 'system' ? 'system' : roleOf[kind], ...(id === undefined ? {} : { id }) },
    ]),
  );
  return { kind: 'people', people: [...known.values()] };
};
