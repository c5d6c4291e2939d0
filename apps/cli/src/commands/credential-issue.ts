import { type Cryptosuite, type IssuerKey, issueCredential, issueJwtCredential } from '@testamur/credentials';
import { readKeyFile } from '../credentials/key-file.ts';
import { openFile } from '../credentials/read.ts';
import { defineCommand } from '../shell/command.ts';
import { CommandError, ok, UsageError } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { readInstant } from '../shell/read-instant.ts';
import { jsonOption, writeJson } from '../shell/render.ts';
import { writeResult } from '../stats/write-result.ts';

const cryptosuites: readonly Cryptosuite[] = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019'];

const readCryptosuite = (name: string | undefined, jwt: boolean | undefined): Cryptosuite | undefined => {
  const found = cryptosuites.find((suite) => suite === name);
  if (name !== undefined && found === undefined) {
    throw new UsageError(`--cryptosuite is ${cryptosuites.join(', ')}, not "${name}".`);
  }
  if (name !== undefined && jwt)
    throw new UsageError('--jwt makes a token, which has no cryptosuite: give one of them.');
  return found;
};

const readUnsigned = async (file: string): Promise<object> => {
  const opened = await openFile(file);
  if (opened.kind !== 'data-integrity') throw new CommandError(`${file}: This is a token, which is signed already.`);
  return opened.credential;
};

/** What the library refuses is for the person to mend, and says how. */
const orRefused = async <T>(file: string, issue: () => Promise<T>): Promise<T> => {
  try {
    return await issue();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError(`${file}: ${error.message}`);
  }
};

interface Wanted {
  readonly jwt: boolean | undefined;
  readonly cryptosuite: Cryptosuite | undefined;
  readonly created: string;
}

const issue = async (credential: object, signer: IssuerKey, { jwt, cryptosuite, created }: Wanted) =>
  jwt
    ? issueJwtCredential({ credential, signer, issuedAt: created })
    : issueCredential({ credential, signer, created, ...(cryptosuite === undefined ? {} : { cryptosuite }) });

export const credentialIssue = defineCommand({
  name: 'credential issue',
  summary: 'Sign a credential',
  description:
    'Signs the JSON of a credential with a Data Integrity proof, or as a JSON Web Token. What "testamur credential verify"\n' +
    'would not accept is refused and said. The issuer that the credential names must be the one of the key.',
  arguments: [{ name: 'FILE', says: 'An unsigned credential, JSON.' }],
  options: {
    key: { type: 'string', value: 'KEYFILE', required: true, says: 'A key made by "testamur credential key".' },
    cryptosuite: {
      type: 'string',
      value: 'NAME',
      says: 'eddsa-rdfc-2022, eddsa-jcs-2022 or ecdsa-rdfc-2019; by the kind of key unless given.',
    },
    jwt: { type: 'boolean', says: 'Make a JSON Web Token (vc+jwt) in place of a proof.' },
    created: { type: 'string', value: 'DATE', says: 'When it is signed; now unless given.' },
    out: { type: 'string', value: 'FILE', says: 'Where it goes; standard output unless given.' },
    json: jsonOption,
  },
  examples: [
    'testamur credential issue unsigned.json --key key.json --out credential.json',
    'testamur credential issue unsigned.json --key key.json --jwt --out credential.jwt',
  ],
  exits: ['It is signed.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const cryptosuite = readCryptosuite(values.cryptosuite, values.jwt);
      const created =
        values.created === undefined ? new Date().toISOString() : readInstant(values.created, '--created');
      const signer = await readKeyFile(values.key);
      const unsigned = await readUnsigned(file);
      const issued = await orRefused(file, () => issue(unsigned, signer, { jwt: values.jwt, cryptosuite, created }));
      const text = typeof issued === 'string' ? issued : JSON.stringify(issued, undefined, 2);
      if (values.out !== undefined) await writeResult(values.out, `${text}\n`);
      if (values.json) writeJson(io, typeof issued === 'string' ? { token: issued } : { credential: issued });
      else io.out(values.out === undefined ? text : `${values.out}: signed by ${signer.controller}.`);
      return ok;
    }),
});
