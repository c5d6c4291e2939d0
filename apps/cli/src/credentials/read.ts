import { type Carrier, type OpenedCredential, openCredentialFile } from '@testamur/credentials';
import { CommandError } from '../shell/errors.ts';
import { readBytes } from '../shell/read-file.ts';

/** A credential as a file holds it. */
export type Opened = Extract<OpenedCredential, { readonly ok: true }>;

/** @throws CommandError where the file holds no credential, or more than one. */
export const openFile = async (file: string): Promise<Opened> => {
  const opened = await openCredentialFile(await readBytes(file));
  if (!opened.ok) throw new CommandError(`${file}: ${opened.message}`);
  return opened;
};

const carriers: Readonly<Record<Carrier, string>> = {
  json: 'a JSON file',
  text: 'a text file',
  png: 'a PNG picture',
  svg: 'an SVG picture',
  pdf: 'a PDF',
};

const kinds: Readonly<Record<Opened['kind'], string>> = {
  'data-integrity': 'JSON with its proof',
  'vc+jwt': 'JSON Web Token',
  'sd-jwt': 'SD-JWT, a token of selective disclosure',
};

/** In words: "JSON Web Token in a PNG picture". */
export const formOf = ({ carrier, kind }: Opened): string => `${kinds[kind]}, in ${carriers[carrier]}`;

/** As it stands alone: JSON, or the token. */
export const textOf = (opened: Opened, indent?: number): string =>
  opened.kind === 'data-integrity' ? JSON.stringify(opened.credential, undefined, indent) : opened.token;
