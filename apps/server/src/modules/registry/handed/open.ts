import { type OpenedCredential, openCredentialFile } from '@testamur/credentials';
import { Problem } from '../../../kernel/index.ts';
import type { Trx } from '../../../platform/db/index.ts';
import { readPictureCode } from '../photo/read-picture-code.ts';
import type { Verifier } from '../records.ts';
import { isCredential } from '../rules/claims.ts';
import { readHandedText } from '../rules/handed-text.ts';
import { checkHanded } from './check.ts';
import type { Secured } from './secured.ts';

export const maxFileBytes = 10_000_000;

const notACredential = (message: string) => new Problem('invalid', 'registry.not-a-credential', message);

type Opened = Extract<OpenedCredential, { ok: true }>;

/** Bytes that must hold a credential, whatever carries it. */
const openBytes = async (bytes: Uint8Array): Promise<Opened> => {
  const opened = await openCredentialFile(bytes);
  if (!opened.ok) throw notACredential(opened.message);
  return opened;
};

const securedOf = (opened: Opened): Secured => {
  if (opened.kind !== 'data-integrity') return { form: opened.kind, token: opened.token };
  if (!isCredential(opened.credential)) {
    throw notACredential('This is JSON but no credential: its "type" does not say "VerifiableCredential".');
  }
  return { form: 'data-integrity', credential: opened.credential };
};

export const verifyDocument = async (trx: Trx, verifier: Verifier, text: string, now: Date) =>
  checkHanded(trx, verifier, securedOf(await openBytes(Buffer.from(text, 'utf8'))), now);

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\u0089PNG';
/** Longer text is a credential, or nothing. */
const longestAddress = 4000;

/** A file, or what was pasted: a credential in any carrier, a number, an address, or a picture of a code that holds one. */
export const verifyFile = async (trx: Trx, verifier: Verifier, file: File, now: Date) => {
  if (file.size > maxFileBytes) {
    const message = 'This file is larger than 10 MB, which no credential is. Choose the file that its holder got.';
    throw new Problem('invalid', 'registry.file-too-large', message);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length <= longestAddress) {
    const text = readHandedText(Buffer.from(bytes).toString('utf8'), verifier.config.PUBLIC_URL);
    const found = foundIn(text);
    if (found) return found;
  }
  const opened = isJpeg(bytes) ? undefined : await openCredentialFile(bytes);
  const isPicture = opened === undefined || (isPng(bytes) && !opened.ok && opened.reason === 'no-credential');
  if (isPicture) return verifyPicture(trx, verifier, bytes, now);
  if (!opened.ok) throw notACredential(opened.message);
  const checked = await checkHanded(trx, verifier, securedOf(opened), now);
  return { found: 'credential' as const, carrier: opened.carrier, ...checked };
};

const foundIn = (text: ReturnType<typeof readHandedText>) => {
  if (text.is === 'number') return { found: 'number' as const, number: text.number };
  if (text.is === 'address') return { found: 'address' as const, address: text.address };
  return undefined;
};

/** A picture without a credential in it may show the code of one. */
const verifyPicture = async (trx: Trx, verifier: Verifier, bytes: Uint8Array, now: Date) => {
  const code = await readPictureCode(bytes);
  const found = foundIn(readHandedText(code, verifier.config.PUBLIC_URL));
  if (found) return found;
  const checked = await checkHanded(trx, verifier, securedOf(await openBytes(Buffer.from(code, 'utf8'))), now);
  return { found: 'credential' as const, carrier: 'code' as const, ...checked };
};
