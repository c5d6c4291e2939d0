import { describeKeys, plainFingerprint } from '../keys/list.ts';
import { orRefused } from '../keys/refused.ts';
import { answerOf, askedOf, requestOptions } from '../keys/request.ts';
import { signIn, signInNote, signInOptions } from '../keys/sign-in.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok, UsageError } from '../shell/errors.ts';

const readAlgorithm = (text: string): 'Ed25519' | 'P-256' => {
  if (text === 'Ed25519' || text === 'P-256') return text;
  throw new UsageError(`--algorithm is "${text}"; give Ed25519 or P-256.`);
};

export const keysRotate = defineCommand({
  name: 'keys rotate',
  summary: 'Give an organization a new key to sign with',
  description:
    'Takes two people. One asks: FINGERPRINT is that of the key that signs now. Another one runs the same command with\n' +
    '--confirm (or --turn-down). The new key is published at once and signs after a wait; what the old one signed stays\n' +
    `verifiable.\n\n${signInNote}`,
  arguments: [{ name: 'FINGERPRINT', says: 'Of the key that signs now; "testamur keys list" shows it.' }],
  options: {
    ...signInOptions,
    ...requestOptions,
    algorithm: { type: 'string', value: 'NAME', says: 'Of the new key: Ed25519 (without this option) or P-256.' },
  },
  examples: [
    'testamur keys rotate 1A2B-3C4D-5E6F-7081 --org association --reason "Yearly rotation"',
    'testamur keys rotate 1A2B-3C4D-5E6F-7081 --org association --confirm',
  ],
  exits: ['It is asked for, or answered.', 'The installation refuses, or does not answer.'],
  run: ({ values, positionals: [fingerprint = ''], io }) => {
    const { org: organization } = values;
    const confirm = answerOf(values);
    const algorithm = readAlgorithm(values.algorithm ?? 'Ed25519');
    const reason = confirm === undefined ? askedOf(values) : '';
    return orRefused(io, async () => {
      const { api } = await signIn(io, values);
      if (confirm === undefined) {
        await api.issuers.requestKeyRotation({ organization, fingerprint, algorithm, reason });
        io.err('Asked for. A second person has to confirm it: the same command with --confirm.');
        return ok;
      }
      const { rotationRequest } = await api.issuers.listIssuerKeys({ organization });
      if (rotationRequest && plainFingerprint(rotationRequest.fingerprint) !== plainFingerprint(fingerprint)) {
        io.err(`What waits is a new key in the place of ${rotationRequest.fingerprint}, not of ${fingerprint}.`);
        return failed;
      }
      await api.issuers.confirmKeyRotation({ organization, confirm });
      io.err(confirm ? 'Confirmed. The new key is published.' : 'Turned down. Nothing was changed.');
      for (const line of describeKeys(await api.issuers.listIssuerKeys({ organization }))) io.out(line);
      return ok;
    });
  },
});
