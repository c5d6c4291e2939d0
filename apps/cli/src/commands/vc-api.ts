import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createVcApi } from '@testamur/credentials';
import { defineCommand } from '../shell/command.ts';
import { ok, UsageError } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { jsonOption } from '../shell/render.ts';
import { selfSigned } from '../vc-api/certificate.ts';
import { throwawayKeys } from '../vc-api/keys.ts';
import { serveVcApi } from '../vc-api/serve.ts';

const readPort = (written: string | undefined): number => {
  const port = Number(written ?? 0);
  if (!/^\d+$/.test(written ?? '0') || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 (any that is free) to 65535, not "${written}".`);
  }
  return port;
};

const readBase = (written: string | undefined): string | undefined => {
  if (written !== undefined && !(URL.canParse(written) && /^https?:/.test(written))) {
    throw new UsageError(`--base-url takes an http(s) address, not "${written}".`);
  }
  return written?.replace(/\/+$/, '');
};

const readSeed = (written: string | undefined): string | undefined => {
  if (written !== undefined && !/^([0-9a-f]{2}){16,64}$/i.test(written)) {
    throw new UsageError('--seed takes 16 to 64 bytes in hexadecimal.');
  }
  return written;
};

export const vcApi = defineCommand({
  name: 'vc-api',
  summary: 'Serve the Verifiable Credentials API on throwaway keys, for conformance suites',
  description:
    'Issues and verifies credentials over HTTP as the Verifiable Credentials API says: /credentials/issue and /verify,\n' +
    '/presentations/verify, /credentials/status, and its status lists; all under /eddsa-rdfc-2022, /eddsa-jcs-2022 and\n' +
    '/ecdsa-rdfc-2019 as well. GET / tells the addresses and the DIDs that a suite asks for. The keys are thrown away at\n' +
    'the end: nothing that it issues is to be believed. Ctrl-C ends it.',
  arguments: [],
  options: {
    port: { type: 'string', value: 'N', says: 'The port; any that is free by default.' },
    host: { type: 'string', value: 'HOST', says: 'The address to listen on; 127.0.0.1 by default.' },
    'tls-self-signed': { type: 'boolean', says: 'Serve HTTPS with a certificate made for this run.' },
    'base-url': { type: 'string', value: 'URL', says: 'Where others reach it, when that is another address.' },
    seed: { type: 'string', value: 'HEX', says: 'Makes the same keys in every run.' },
    json: jsonOption,
  },
  examples: ['testamur vc-api --port 40443 --tls-self-signed', 'testamur vc-api --json'],
  exits: ['It was ended by Ctrl-C.'],
  run: ({ values, io }) =>
    withJsonErrors(values.json, io, async () => {
      const { host = '127.0.0.1' } = values;
      const port = readPort(values.port);
      const base = readBase(values['base-url']);
      const signers = await throwawayKeys(readSeed(values.seed));
      const tls = values['tls-self-signed'] === true ? await selfSigned(host, new Date()) : undefined;
      const served = await serveVcApi(
        (url) =>
          createVcApi({
            signers,
            issuerCheck: 'when-asked',
            baseUrl: base ?? url,
            now: () => new Date(),
            random: (below) => randomInt(below),
          }),
        { host, port, tls },
      );
      const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      const keys = signers.map(({ algorithm, controller, verificationMethod }) => ({
        algorithm,
        did: controller,
        verificationMethod,
      }));
      if (values.json === true) {
        io.out(JSON.stringify({ url: served.url, baseUrl: base ?? served.url, keys }));
      } else {
        io.out(served.url);
        for (const { algorithm, did } of keys) io.out(`${algorithm.padEnd(7)}  ${did}`);
        io.err('Ctrl-C ends it.');
      }
      await ended;
      await served.close();
      return ok;
    }),
});
