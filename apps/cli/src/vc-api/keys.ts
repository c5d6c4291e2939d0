import { createHash, randomBytes } from 'node:crypto';
import { generateIssuerKey, type IssuerKey } from '@testamur/credentials';

/** A throwaway key of each kind; the same ones for the same seed. */
export const throwawayKeys = (seed: string | undefined): Promise<readonly IssuerKey[]> => {
  const origin = seed === undefined ? randomBytes(32) : Buffer.from(seed, 'hex');
  return Promise.all(
    (['Ed25519', 'P-256'] as const).map((algorithm) =>
      generateIssuerKey({ algorithm, seed: createHash('sha256').update(algorithm).update(origin).digest() }),
    ),
  );
};
