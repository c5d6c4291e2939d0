import type { CredentialStatus } from '@testamur/program';

const inForce: ReadonlySet<CredentialStatus> = new Set(['active', 'renewal-due', 'in-grace']);

/** Whether the holder may call on it today. */
export const isInForce = (state: CredentialStatus): boolean => inForce.has(state);
