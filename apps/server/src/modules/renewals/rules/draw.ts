import { createHmac } from 'node:crypto';

export interface Draw {
  /** The share of renewals that the program looks at. */
  readonly percent: number;
  /** From 0 to below 100, with four digits after the point. */
  readonly drawn: number;
  readonly audited: boolean;
}

/** In words, for those who draw again. */
export const drawRule =
  'HMAC-SHA-256, under the seed, of the candidacy, a slash and the cycle. Its first six bytes as a number, as a share of ' +
  '2^48, in percent, cut after four digits, is what was drawn. Below the percentage of the program, the evidence is looked at.';

/** Whether a renewal is looked at: nobody chooses it, nobody can foresee it without the seed, anybody with it can check it. */
export const drawOf = (seed: string, candidacyId: string, cycle: number, percent: number): Draw => {
  const digest = createHmac('sha256', seed).update(`${candidacyId}/${cycle}`).digest();
  const drawn = Math.floor((digest.readUIntBE(0, 6) / 2 ** 48) * 1_000_000) / 10_000;
  return { percent, drawn, audited: drawn < percent };
};
