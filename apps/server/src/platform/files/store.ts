import type { Readable } from 'node:stream';

/** What was stored: the key to find it by, and what it is. */
export interface StoredFile {
  readonly key: string;
  /** SHA-256 of the content, as lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface PutOptions {
  /** More bytes than this are refused with FileTooLarge, and nothing is kept. */
  readonly maxBytes?: number;
}

/** Files by keys that the store invents: nothing that a person typed becomes part of a path. */
export interface FileStore {
  put(content: Readable | Uint8Array, options?: PutOptions): Promise<StoredFile>;
  /** @throws {FileMissing} when there is no such file. */
  get(key: string): Promise<Readable>;
  /** Removes it; one that is gone already is no error. */
  remove(key: string): Promise<void>;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`The file has more than ${maxBytes} bytes.`);
    this.maxBytes = maxBytes;
  }
}

export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}
