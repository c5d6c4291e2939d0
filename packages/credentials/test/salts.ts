import { createHash } from 'node:crypto';

/** Gives salts of 132 bits, another at each call and the same in every run. */
export function saltsFrom(seed: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed} ${count}`).digest('base64url').slice(0, 22);
  };
}
