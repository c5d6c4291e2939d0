import { parseCredentialText } from '@testamur/credentials';
import { CommandError } from '../shell/errors.ts';
import { readText } from '../shell/read-file.ts';

/** @throws CommandError where the file is not the JSON of one credential. */
export const readCredential = async (file: string): Promise<object> => {
  const parsed = parseCredentialText(await readText(file));
  if (!parsed.ok) throw new CommandError(`${file}: ${parsed.message}`);
  return parsed.credential;
};
