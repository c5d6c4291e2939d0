import { type KeyList, plainFingerprint } from '../keys/list.ts';
import { orRefused } from '../keys/refused.ts';
import { answerOf, askedOf, requestOptions } from '../keys/request.ts';
import { signIn, signInNote, signInOptions } from '../keys/sign-in.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok } from '../shell/errors.ts';

const findKey = ({ keys }: KeyList, fingerprint: string) =>
  keys.find((key) => plainFingerprint(key.fingerprint) === plainFingerprint(fingerprint));

export const keysCompromise = defineCommand({
  name: 'keys compromise',
  summary: 'Withdraw a key that others may hold',
  description:
    'Takes two people. One reports the key; another one runs the same command with --confirm (or --turn-down). From then\n' +
    'on nothing that the key signed is believed, another key signs at once, and every credential of the old one is\n' +
    `revoked and issued again in the background. The runbook is docs/operating/key-compromise.md.\n\n${signInNote}`,
  arguments: [{ name: 'FINGERPRINT', says: 'Of the key that others may hold; "testamur keys list" shows it.' }],
  options: { ...signInOptions, ...requestOptions },
  examples: [
    'testamur keys compromise 1A2B-3C4D-5E6F-7081 --org association --reason "A backup was found elsewhere"',
    'testamur keys compromise 1A2B-3C4D-5E6F-7081 --org association --confirm',
  ],
  exits: ['It is reported, or answered.', 'The installation refuses, does not answer, or has no such key.'],
  run: ({ values, positionals: [fingerprint = ''], io }) => {
    const { org: organization } = values;
    const confirm = answerOf(values);
    const reason = confirm === undefined ? askedOf(values) : '';
    return orRefused(io, async () => {
      const { api, url } = await signIn(io, values);
      const key = findKey(await api.issuers.listIssuerKeys({ organization }), fingerprint);
      if (!key) {
        io.err(`${organization} has no key ${fingerprint}. "testamur keys list --org ${organization}" shows its keys.`);
        return failed;
      }
      const keyId = key.id;
      if (confirm === undefined) {
        await api.issuers.reportKeyCompromise({ organization, keyId, fingerprint, reason });
        io.err('Reported. Nothing changes until a second person confirms it: the same command with --confirm.');
        return ok;
      }
      await api.issuers.confirmKeyCompromise({ organization, keyId, confirm });
      if (!confirm) {
        io.err('Turned down. Nothing was changed.');
        return ok;
      }
      const { signsNow } = await api.issuers.getKeyIncident({ organization, keyId });
      io.err(`Withdrawn. Nothing that ${key.fingerprint} signed is believed from now on.`);
      if (signsNow) io.out(`Signs now: ${signsNow.fingerprint}`);
      io.out(`What it signed is issued again; follow it at ${url}/staff/${organization}/keys/${keyId}`);
      return ok;
    });
  },
});
