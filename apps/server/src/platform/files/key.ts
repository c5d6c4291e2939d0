import { randomUUID } from 'node:crypto';

/** Two characters first, so that no folder gets too many entries. */
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function newKey(): string {
  const id = randomUUID();
  return `${id.slice(0, 2)}/${id}`;
}

/** @throws {RangeError} for anything that no store made, `../secret` for one. */
export function assertKey(key: string): void {
  if (!KEY.test(key)) throw new RangeError(`${JSON.stringify(key)} is not the key of a stored file.`);
}
