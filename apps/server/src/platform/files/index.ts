import path from 'node:path';
import { createLocalStore } from './local.ts';
import { createS3Store } from './s3.ts';
import type { FileStore } from './store.ts';

export { type AllowedType, type Sniffed, sniff } from './sniff.ts';
export { FileMissing, type FileStore, FileTooLarge, type PutOptions, type StoredFile } from './store.ts';

/** The bucket of FILES_URL, or a folder in DATA_DIR. */
export function createFileStore(config: {
  readonly DATA_DIR: string;
  readonly FILES_URL: string | undefined;
}): FileStore {
  return config.FILES_URL === undefined
    ? createLocalStore(path.join(config.DATA_DIR, 'files'))
    : createS3Store(config.FILES_URL);
}
