import { createHash } from 'node:crypto';

/**
 * Numbers in [0, 1) that follow from a seed alone (sfc32, seeded by SHA-256): the same on every machine, so that a form
 * or an order can be made again and checked. No secrets: whoever knows the seed knows them all.
 */
export const seededRandom = (seed: string | number): (() => number) => {
  const digest = createHash('sha256').update(String(seed)).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
};

/** Fisher and Yates: every order is equally likely. */
export const shuffle = <T>(values: readonly T[], random: () => number): T[] => {
  const rest = [...values];
  return values.flatMap(() => rest.splice(Math.floor(random() * rest.length), 1));
};
