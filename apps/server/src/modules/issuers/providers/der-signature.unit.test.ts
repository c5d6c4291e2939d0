import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { p1363FromDer } from './der-signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

test('a DER signature becomes the 64 bytes that verify as IEEE P1363, however long its integers are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const signature = p1363FromDer(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'der' }));
      expect(signature).toHaveLength(64);
      expect(verify('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('integers shorter than 32 bytes are filled up in front', () => {
  const signature = p1363FromDer(Buffer.from('30060201050201ff', 'hex'));
  expect(Buffer.from(signature).toString('hex')).toBe(`${'05'.padStart(64, '0')}${'ff'.padStart(64, '0')}`);
});

test('what is no such signature is refused', () => {
  const der = sign('sha256', Buffer.from('x'), { key: privateKey, dsaEncoding: 'der' });
  const changed = [
    Buffer.alloc(0),
    der.subarray(0, -1),
    Buffer.concat([der, Buffer.from([0])]),
    Buffer.concat([Buffer.from([0x31]), der.subarray(1)]),
    Buffer.from(`3027022201${'11'.repeat(33)}020105`, 'hex'),
  ];
  for (const bytes of changed) expect(() => p1363FromDer(bytes)).toThrow(RangeError);
});
