import { writeFile } from 'node:fs/promises';
import { type IssuerKey, importIssuerKey } from '@testamur/credentials';
import { CommandError } from '../shell/errors.ts';
import { readJson } from '../shell/read-file.ts';

/** The Multikey of a key with its secret half, as Controlled Identifiers 1.0 writes it. */
export const keyFileOf = async (key: IssuerKey): Promise<string> => {
  const { publicKeyMultibase, secretKeyMultibase } = await key.exportKey();
  const { verificationMethod: id, controller } = key;
  return JSON.stringify({ id, type: 'Multikey', controller, publicKeyMultibase, secretKeyMultibase }, undefined, 2);
};

/** Writes a key where nobody else can read it. A file that is there already is never written over: it may be a key. */
export const writeKeyFile = async (file: string, text: string): Promise<void> => {
  try {
    await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const reason = exists ? 'there is such a file, and it is not written over' : String(error);
    throw new CommandError(`${file} cannot be written: ${reason}.`);
  }
};

const memberOf = (value: unknown, name: string): string | undefined => {
  const found: unknown =
    typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** @throws CommandError where the file is no key of `testamur credential key`. */
export const readKeyFile = async (file: string): Promise<IssuerKey> => {
  const value = await readJson(file);
  const [publicKeyMultibase, secretKeyMultibase] = ['publicKeyMultibase', 'secretKeyMultibase'].map((name) =>
    memberOf(value, name),
  );
  const controller = memberOf(value, 'controller');
  const fix = 'Make one with: testamur credential key --out key.json';
  if (publicKeyMultibase === undefined || secretKeyMultibase === undefined) {
    throw new CommandError(`${file} is no key: publicKeyMultibase and secretKeyMultibase are missing.`, { fix });
  }
  try {
    const material = { publicKeyMultibase, secretKeyMultibase };
    return await importIssuerKey(controller === undefined ? material : { ...material, controller });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError(`${file} is no key: ${error.message}`, { fix });
  }
};
