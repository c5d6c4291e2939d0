import { describeKeys } from '../keys/list.ts';
import { orRefused } from '../keys/refused.ts';
import { signIn, signInNote, signInOptions } from '../keys/sign-in.ts';
import { defineCommand } from '../shell/command.ts';
import { ok } from '../shell/errors.ts';
import { jsonOption, writeJson } from '../shell/render.ts';

export const keysList = defineCommand({
  name: 'keys list',
  summary: 'List the keys that an organization signs with',
  description:
    'Shows each key by its fingerprint: what it may do, since when, where it lies, and what waits for a second person.\n\n' +
    signInNote,
  arguments: [],
  options: { ...signInOptions, json: jsonOption },
  examples: ['testamur keys list --org association --url https://certification.example.org'],
  exits: ['The keys are listed.', 'The installation refuses, or does not answer.'],
  run: ({ values, io }) =>
    orRefused(io, async () => {
      const { api } = await signIn(io, values);
      const list = await api.issuers.listIssuerKeys({ organization: values.org });
      if (values.json) writeJson(io, list);
      else for (const line of describeKeys(list)) io.out(line);
      return ok;
    }),
});
