import { type CredentialStanding, type CredentialTerm, credentialTerm, type Program } from '@testamur/program';

/**
 * The term of the credential that is granted now. A renewal that is granted before the old term ends replaces the old
 * credential at once, so the new one is valid from the grant on; what was left of the old term is not lost, because the
 * new one is counted from its end.
 */
export const termOfGrant = (
  program: Program,
  grantedAt: string,
  previous: CredentialStanding | undefined,
): CredentialTerm => {
  const term = credentialTerm(program, grantedAt, previous);
  return term.validFrom > grantedAt ? { ...term, validFrom: grantedAt } : term;
};
