import { generateIssuerKey, type KeyAlgorithm } from '@testamur/credentials';
import { keyFileOf, writeKeyFile } from '../credentials/key-file.ts';
import { defineCommand } from '../shell/command.ts';
import { ok, UsageError } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { jsonOption, writeJson } from '../shell/render.ts';

const algorithms: readonly KeyAlgorithm[] = ['Ed25519', 'P-256'];

const readAlgorithm = (name = 'Ed25519'): KeyAlgorithm => {
  const found = algorithms.find((algorithm) => algorithm.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new UsageError(`--algorithm is ${algorithms.join(' or ')}, not "${name}".`);
  return found;
};

export const credentialKey = defineCommand({
  name: 'credential key',
  summary: 'Make a key to issue credentials with',
  description:
    'Writes a Multikey with its secret half. Keep it as a password is kept: whoever has it can issue in your name. The keys\n' +
    'of an installation are its own; see "testamur keys list".',
  arguments: [],
  options: {
    algorithm: { type: 'string', value: 'NAME', says: 'Ed25519 (unless given) or P-256.' },
    issuer: {
      type: 'string',
      value: 'DID',
      says: 'Whom the key belongs to, such as did:web:example.org; itself (did:key) unless given.',
    },
    out: { type: 'string', value: 'FILE', says: 'A new file, which only you can read; standard output unless given.' },
    json: jsonOption,
  },
  examples: [
    'testamur credential key --out key.json',
    'testamur credential key --algorithm P-256 --issuer did:web:example.org',
  ],
  exits: ['The key is made.'],
  run: ({ values, io }) =>
    withJsonErrors(values.json, io, async () => {
      const algorithm = readAlgorithm(values.algorithm);
      if (values.issuer !== undefined && !/^did:[a-z0-9]+:[^\s#?]+$/.test(values.issuer)) {
        throw new UsageError(`--issuer is a DID such as did:web:example.org, not "${values.issuer}".`);
      }
      const key = await generateIssuerKey({
        algorithm,
        ...(values.issuer === undefined ? {} : { controller: values.issuer }),
      });
      const text = await keyFileOf(key);
      if (values.out === undefined) io.out(text);
      else {
        await writeKeyFile(values.out, text);
        const { controller: issuer, verificationMethod } = key;
        if (values.json) writeJson(io, { file: values.out, algorithm, issuer, verificationMethod });
        else io.out(`${values.out}: a key of ${issuer}.`);
      }
      return ok;
    }),
});
