import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/index.ts';

/**
 * The chain to keep: `chain`, and `sha256` over its canonical JSON (sorted keys, no white space), so that whoever holds
 * the file can see that nobody changed it since, and compare two of them by one line.
 */
export const evidenceFile = (number: string, chain: object): File => {
  const text = canonicalJson(chain);
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return new File([`{"chain":${text},"sha256":"${sha256}"}\n`], `${number}-evidence.json`, {
    type: 'application/json',
  });
};
