import {
  type CredentialStanding,
  type CredentialStatus,
  credentialHistory,
  type Fact,
  type Program,
} from '@testamur/program';

const inForce: ReadonlySet<CredentialStatus> = new Set(['active', 'renewal-due', 'in-grace']);
const over: ReadonlySet<CredentialStatus> = new Set(['expired', 'revoked', 'replaced']);

/** Whether its holder may use the title today. */
export const isInForce = (status: CredentialStatus): boolean => inForce.has(status);

/**
 * Whether there is anything left to take away: one that has lapsed can still be brought back, and giving one back ends no
 * procedure.
 */
export const isRevocable = (status: CredentialStatus): boolean => !over.has(status);

/** What the program and the facts say of each credential of a candidacy, the latest last. */
export interface Ledger {
  readonly program: Program;
  readonly facts: readonly Fact[];
  readonly at: Date;
}

export const statesOf = ({ program, facts, at }: Ledger): readonly CredentialStanding[] =>
  credentialHistory(program, facts, at.toISOString());
