/** RFC 9562 version 7: sorts by time of making, which keeps index inserts local. */
export const newId = (at: number = Date.now()): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = at;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

// Crockford's base 32 leaves out I, L, O and U, which people misread or dislike.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number for people to read aloud, such as `4F7K9Q`. Uniform: 256 is a multiple of 32. */
export const newReadableNumber = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 32]).join('');

/** An unguessable secret for a personal link, 256 bits in base64url. */
export const newToken = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
