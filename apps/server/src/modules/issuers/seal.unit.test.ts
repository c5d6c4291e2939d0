import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const secret = 'a secret that is long enough for this';

test('what was sealed opens with the same secret for the same owner, and looks different each time', () => {
  const sealed = seal(secret, 'owner', 'z3u2key');
  expect(unseal(secret, 'owner', sealed)).toBe('z3u2key');
  expect(sealed).not.toContain('z3u2key');
  expect(seal(secret, 'owner', 'z3u2key')).not.toBe(sealed);
});

test('another secret, another owner or a changed seal does not open', () => {
  const sealed = seal(secret, 'owner', 'z3u2key');
  const [version, nonce, tag, text = ''] = sealed.split('.');
  const changed = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
  for (const open of [
    () => unseal(`${secret}!`, 'owner', sealed),
    () => unseal(secret, 'other', sealed),
    () => unseal(secret, 'owner', [version, nonce, tag, changed].join('.')),
    () => unseal(secret, 'owner', [version, nonce, tag?.slice(0, 6), text].join('.')),
  ]) {
    expect(open).toThrow(/does not open: SECRET is not the one/);
  }
  expect(() => unseal(secret, 'owner', 'v0.a.b.c')).toThrow(/not in a form/);
});
