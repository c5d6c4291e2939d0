const partBytes = 32;

/** One INTEGER of a DER signature, as 32 bytes. */
const readInteger = (der: Buffer, offset: number): { readonly value: Buffer; readonly end: number } | undefined => {
  const length = der[offset + 1];
  if (der[offset] !== 0x02 || length === undefined || length < 1 || length > partBytes + 1) return undefined;
  const end = offset + 2 + length;
  const bytes = der.subarray(offset + 2, end);
  const lead = bytes.length === partBytes + 1 && bytes[0] === 0 ? bytes.subarray(1) : bytes;
  if (end > der.length || lead.length > partBytes) return undefined;
  return { value: Buffer.concat([Buffer.alloc(partBytes - lead.length), lead]), end };
};

/**
 * An ECDSA signature of P-256 from DER (`SEQUENCE { r, s }`, RFC 3279) into the 64 bytes r‖s of IEEE P1363.
 *
 * @throws RangeError where it is none.
 */
export const p1363FromDer = (signature: Uint8Array): Uint8Array => {
  const der = Buffer.from(signature);
  const r = der[0] === 0x30 && der[1] === der.length - 2 ? readInteger(der, 2) : undefined;
  const s = r && readInteger(der, r.end);
  if (!r || s?.end !== der.length) throw new RangeError('The signature is no DER of an ECDSA signature with P-256.');
  return Uint8Array.from(Buffer.concat([r.value, s.value]));
};
