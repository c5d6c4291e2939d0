import { expect, test } from 'vitest';
import { fingerprintOf, readFingerprint } from './fingerprint.ts';

// printf z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK | sha256sum
const multibase = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';

test('a fingerprint is what sha256sum prints of the public key', () => {
  expect(fingerprintOf(multibase)).toBe('79D8-444C-C417-275D');
});

test('case, hyphens and spaces do not count where it is typed', () => {
  const fingerprint = fingerprintOf(multibase);
  for (const typed of [fingerprint.toLowerCase(), fingerprint.replaceAll('-', ' '), ` ${fingerprint} `]) {
    expect(readFingerprint(typed)).toBe(fingerprint);
  }
  expect(readFingerprint(fingerprint.slice(0, -1))).not.toBe(fingerprint);
  expect(readFingerprint('')).toBe('');
});
