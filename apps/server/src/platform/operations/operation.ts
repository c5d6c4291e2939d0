import { type HTTPMethod, oc } from '@orpc/contract';
import type { ProblemCode } from '../../kernel/index.ts';
import type { Party } from './parties.ts';

/** The objects that the `locator` table finds an organization and an owner for. */
export const locatedKinds = [
  'candidacy',
  'attempt',
  'credential',
  'invoice',
  'file',
  'rating',
  'portfolio-piece',
] as const;
export type LocatedKind = (typeof locatedKinds)[number];

/**
 * Which organization an operation works in:
 * - `none`: in no organization (one's own account, the list of programs);
 * - `organization`: the slug in the input field `organization`;
 * - `locate`: the object named by an input field; its owner is then known, too.
 */
export type Tenancy =
  | { readonly from: 'none' }
  | { readonly from: 'organization' }
  | { readonly from: 'locate'; readonly kind: LocatedKind; readonly field: string };

export interface Policy {
  readonly allow: readonly [Party, ...Party[]];
  readonly tenancy: Tenancy;
}

export interface OperationMeta {
  readonly policy?: Policy;
  /** Changes something: takes an Idempotency-Key and runs in a read-write transaction. */
  readonly command?: boolean;
  /** Its input or its answer holds a secret: neither is kept for a repeated Idempotency-Key, not even as a hash. */
  readonly secret?: boolean;
}

interface OperationSpec {
  readonly method: Extract<HTTPMethod, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly policy: Policy;
  /** A POST that changes nothing, such as a check of a pasted document, says `false`. */
  readonly command?: boolean;
  readonly secret?: boolean;
  /** What it may refuse with, beside the codes that every operation shares. */
  readonly problems?: readonly ProblemCode[];
}

const problemText = (problems: readonly ProblemCode[]) =>
  problems.length === 0 ? '' : `\n\nMay refuse with: ${problems.map((code) => `\`${code}\``).join(', ')}.`;

const base = oc.$meta<OperationMeta>({});

/** Begins the contract of one operation; follow with `.input()` and `.output()`. */
export const operation = (spec: OperationSpec) =>
  base
    .meta({ policy: spec.policy, command: spec.command ?? spec.method !== 'GET', secret: spec.secret ?? false })
    .route({
      method: spec.method,
      path: spec.path,
      tags: [spec.tag],
      summary: spec.summary,
      description:
        `${spec.description ?? ''}\n\nFor: ${spec.policy.allow.join(', ')}.${problemText(spec.problems ?? [])}`.trim(),
    });

export const noTenant = { from: 'none' } as const satisfies Tenancy;
export const inOrganization = { from: 'organization' } as const satisfies Tenancy;
export const ofObject = (kind: LocatedKind, field: string) =>
  ({ from: 'locate', kind, field }) as const satisfies Tenancy;
