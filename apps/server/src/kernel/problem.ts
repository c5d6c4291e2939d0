/** The six kinds of refusal. Each maps to one HTTP status in `platform/http/problem-details.ts`. */
export const problemKinds = ['not-found', 'forbidden', 'conflict', 'invalid', 'rule-broken', 'unavailable'] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** `module.reason`; also the key of the translated message. */
export type ProblemCode = `${string}.${string}`;

/** Where in the input the trouble is, and how to mend it. */
export interface ProblemField {
  readonly path: string;
  readonly message: string;
}

/**
 * A refusal that the caller should understand. Anything else that is thrown is a bug and becomes a 500.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly code: ProblemCode;
  readonly fields: readonly ProblemField[];

  constructor(kind: ProblemKind, code: ProblemCode, message: string, fields: readonly ProblemField[] = []) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.fields = fields;
  }
}
