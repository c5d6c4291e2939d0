import {
  buildAchievementCredential,
  generateIssuerKey,
  issueCredential,
  issueJwtCredential,
} from '@testamur/credentials';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { certify } from '../credentialing/testing/life.ts';
import { createWorld, type World } from '../credentialing/testing/world.ts';
import { createStranger, type Stranger } from './testing/stranger.ts';

let stranger: Stranger;
let world: World;
/** Of the issuer's list: around the time at which the tests check. */
const [from, until] = ['2027-03-01T00:00:00Z', '2027-03-08T00:00:00Z'];
let at = Date.parse('2027-03-01T09:00:00Z');

beforeAll(async () => {
  stranger = await createStranger();
  world = await createWorld({ allowHosts: stranger.host });
});
afterAll(async () => {
  await world.close();
  await stranger.close();
});
beforeEach(async () => {
  at += 1000;
  world.setClock(new Date(at));
  stranger.pages.clear();
  stranger.publishKey();
  await stranger.publishList(false, from, until);
});

const paste = (document: string) => world.anyone.registry.verifyDocument({ document });
const find = ({ checks }: { checks: readonly { id: string; result: string; detail: string }[] }, id: string) =>
  checks.find((check) => check.id === id);

describe('a credential of an issuer elsewhere', () => {
  test('is checked with the key and the list that the issuer publishes; who the issuer is stays open', async () => {
    const answer = await paste(await stranger.issue());
    expect(answer).toMatchObject({ verdict: 'unknown-issuer', inForce: false, issuerKnown: false });
    expect(find(answer, 'signature')?.result).toBe('passed');
    expect(find(answer, 'status')?.result).toBe('passed');
    expect(find(answer, 'issuer')).toEqual({
      id: 'issuer',
      result: 'could-not-check',
      detail: `Signature passed. We do not know this issuer. The key is published at ${stranger.host}: is that the site of the body that you expect?`,
    });
  });

  test('is no longer in force once its list says so', async () => {
    const other = await createStranger();
    const alone = await createWorld({ allowHosts: other.host });
    try {
      other.publishKey();
      await other.publishList(true, from, until);
      const answer = await alone.anyone.registry.verifyDocument({ document: await other.issue() });
      expect(answer).toMatchObject({ verdict: 'not-in-force' });
      expect(find(answer, 'status')?.result).toBe('failed');
    } finally {
      await alone.close();
      await other.close();
    }
  });

  test('as a token is read by the same rules', async () => {
    const unsigned = buildAchievementCredential(stranger.content());
    const token = await issueJwtCredential({ credential: unsigned, signer: stranger.key });
    expect(await paste(token)).toMatchObject({ form: 'vc+jwt', verdict: 'unknown-issuer' });
  });

  test('whose list cannot be reached is open, and says whom we could not ask', async () => {
    const answer = await paste(
      await stranger.issue({ status: [{ purpose: 'revocation', listUrl: `https://${stranger.host}/gone`, index: 1 }] }),
    );
    expect(answer.verdict).toBe('open');
    expect(find(answer, 'status')).toEqual({
      id: 'status',
      result: 'could-not-check',
      detail: `${stranger.host} answered with the status 404. That is where its status list would be.`,
    });
    const unreachable = await paste(
      await stranger.issue({
        status: [{ purpose: 'revocation', listUrl: 'https://status.invalid/1', index: 1 }],
      }),
    );
    expect(find(unreachable, 'status')?.detail).toMatch(/^We could not reach status\.invalid\./);
  });

  test('with a list of another kind says that we cannot read it', async () => {
    const answer = await paste(
      await stranger.issue({}, (unsigned) => ({
        ...unsigned,
        credentialStatus: {
          type: 'BitstringStatusListEntry',
          statusPurpose: 'membership',
          statusListIndex: '1',
          statusListCredential: `https://${stranger.host}/status/1`,
        },
      })),
    );
    expect(find(answer, 'status')).toEqual({
      id: 'status',
      result: 'could-not-check',
      detail: 'Its status list is of a kind that we cannot read. Ask the issuer whether it still holds.',
    });
  });

  test('whose key cannot be had is neither good nor bad', async () => {
    const did = 'did:web:nobody.invalid';
    const key = await generateIssuerKey({ controller: did });
    const document = JSON.stringify(
      await issueCredential({
        credential: buildAchievementCredential(
          stranger.content({ issuer: { id: did, name: 'Nobody', url: 'https://nobody.invalid' }, status: [] }),
        ),
        signer: key,
        created: '2027-01-02T00:00:00Z',
      }),
    );
    const answer = await paste(document);
    expect(answer.verdict).toBe('open');
    expect(find(answer, 'signature')).toMatchObject({
      result: 'could-not-check',
      detail: 'We could not reach nobody.invalid. That is where the key of its issuer would be.',
    });
  });

  test('is never asked for at a private address, whatever it names', async () => {
    const answer = await paste(
      await stranger.issue({
        status: [{ purpose: 'revocation', listUrl: 'https://169.254.169.254/latest', index: 1 }],
      }),
    );
    expect(find(answer, 'status')?.detail).toMatch(/^We ask only public addresses/);
  });

  test('that was changed fails, though its issuer can be reached', async () => {
    const answer = await paste((await stranger.issue()).replace('Otto Other', 'Eve Forger'));
    expect(answer.verdict).toBe('failed');
  });
});

describe('an imitation', () => {
  test('that bears the id of a credential here and is well signed by another issuer fails', async () => {
    const decider = await world.person('Dora Decider', { roles: ['program-manager'] });
    const { credentialId } = await certify(world, decider, { name: 'Ana Rivera' });
    at = world.now().getTime();
    const id = `urn:uuid:${credentialId}`;
    const own = await generateIssuerKey({});
    const byKey = await issueCredential({
      credential: buildAchievementCredential(
        stranger.content({
          id,
          issuer: { id: own.controller, name: 'Library Association', url: 'https://evil.example' },
          status: [],
        }),
      ),
      signer: own,
      created: '2027-01-02T00:00:00Z',
    });
    for (const document of [JSON.stringify(byKey), await stranger.issue({ id, status: [] })]) {
      const answer = await paste(document);
      expect(answer).toMatchObject({ verdict: 'failed', inForce: false, issuerKnown: false });
      expect(find(answer, 'issuer')?.detail).toBe(
        'It passes for a credential of Library Association, and Library Association did not issue it.',
      );
      expect(answer.credential).toBeUndefined();
    }
  });
});

describe('the VC API', () => {
  test('verifies credentials and presentations by the same reach, for pages of other sites, too, and issues nothing', async () => {
    const { server, close } = await createApp({ context: world.context });
    const post = async (path: string, body: unknown) => {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      const { statusCode, headers, json } = await server.inject({
        method: 'POST',
        url: path,
        payload,
        headers: { 'content-type': 'application/json', origin: 'https://verifier.example' },
      });
      return { status: statusCode, type: headers['content-type'], body: json() as Record<string, unknown> };
    };
    try {
      const decider = await world.person('Dora Decider', { roles: ['program-manager'] });
      const { number } = await certify(world, decider, { name: 'Ana Rivera' });
      const own: unknown = JSON.parse(await (await world.anyone.registry.getPublicDocument({ number })).text());
      const theirs: unknown = JSON.parse(await stranger.issue());
      for (const verifiableCredential of [own, theirs]) {
        const { status, body } = await post('/api/credentials/verify', { verifiableCredential, options: {} });
        expect(body, JSON.stringify(body)).toMatchObject({ verified: true });
        expect(status).toBe(200);
      }
      const changed = JSON.parse(JSON.stringify(own).replace('Ana Rivera', 'Eve Forger')) as unknown;
      const refused = await post('/api/credentials/verify', { verifiableCredential: changed, options: {} });
      expect(refused).toMatchObject({ status: 400, body: { errors: [expect.anything()] } });
      expect((await post('/api/credentials/verify', '{"a":1,"a":2}')).status).toBe(400);
      expect((await post('/api/presentations/verify', { verifiablePresentation: {} })).status).toBe(400);
      expect((await post('/api/credentials/verify', `"${'x'.repeat(2_100_000)}"`)).status).toBe(413);
      expect((await post('/api/credentials/issue', { credential: own })).status).toBe(403);
    } finally {
      await close();
    }
  });
});
