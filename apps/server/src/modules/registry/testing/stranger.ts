import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AchievementCredentialInput,
  buildAchievementCredential,
  createStatusList,
  didWebDocument,
  generateIssuerKey,
  issueCredential,
  issueStatusList,
  setStatus,
} from '@testamur/credentials';

interface Page {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

const index = 4711;

/** An issuer of somebody else's, on a server of its own: what it publishes can be changed and taken away. */
export const createStranger = async () => {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const { status = 200, type = 'application/json', body } = pages.get(path) ?? { status: 404, body: '{}' };
    response.writeHead(status, { 'content-type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const did = `did:web:${host.replace(':', '%3A')}:guild`;
  const listUrl = `https://${host}/status/1`;
  const key = await generateIssuerKey({ controller: did });

  const publishKey = () => pages.set('/guild/did.json', { body: JSON.stringify(didWebDocument({ did, keys: [key] })) });
  const publishList = async (revoked: boolean, validFrom: string, validUntil: string) => {
    const list = setStatus(createStatusList({ purpose: 'revocation' }), index, revoked);
    const signed = await issueStatusList({ list, listUrl, signer: key, validFrom, validUntil, created: validFrom });
    pages.set('/status/1', { body: JSON.stringify(signed) });
  };
  const content = (changes: Partial<AchievementCredentialInput> = {}): AchievementCredentialInput => ({
    id: 'urn:uuid:0b1f3a1e-6a3e-4a33-9d3c-1f1f0e7d7a11',
    issuer: { id: did, name: 'Guild of Binders', url: `https://${host}` },
    validFrom: '2027-01-01T00:00:00Z',
    validUntil: '2030-01-01T00:00:00Z',
    holder: {
      name: 'Otto Other',
      identity: { kind: 'email', address: 'otto@people.example', salt: 'a salt of the test' },
    },
    achievement: {
      id: `https://${host}/binder`,
      name: 'Master Binder',
      description: 'Binds books.',
      version: '1',
      criteria: { id: `https://${host}/binder`, narrative: 'Has bound a book.' },
    },
    status: [{ purpose: 'revocation', listUrl, index }],
    ...changes,
  });
  const issue = async (
    changes: Partial<AchievementCredentialInput> = {},
    edit = (unsigned: object): object => unsigned,
  ) =>
    JSON.stringify(
      await issueCredential({
        credential: { ...edit(buildAchievementCredential(content(changes))) },
        signer: key,
        created: '2027-01-02T00:00:00Z',
      }),
    );
  return {
    host,
    did,
    key,
    pages,
    asked,
    content,
    publishKey,
    publishList,
    issue,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type Stranger = Awaited<ReturnType<typeof createStranger>>;
