import { DataIntegrityProof, type DocumentLoader } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { findContext, isHeldBy, OPEN_BADGES_CONTEXT } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy } from '../candidacies/index.ts';
import { openIssuerKey } from '../issuers/index.ts';
import { issueIfDecided } from './decide.ts';
import { issueNext } from './issuance/prepare.ts';
import { type Certified, certify, passEverything } from './testing/life.ts';
import { type Caller, createWorld, publicUrl, refusal, type World } from './testing/world.ts';

let world: World;
let decider: Caller;
let second: Caller;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  second = await world.person('Sam Second', { roles: ['program-manager'] });
});
afterAll(() => world.close());

const reason = 'A reason that says enough.';
const decide = (caller: Caller, candidacyId: string) =>
  caller.api.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason });
const countCredentials = (candidacyId: string) =>
  world.within(async ({ trx }) => {
    const rows = await trx.selectFrom('credential').select('id').where('candidacy_id', '=', candidacyId).execute();
    return rows.length;
  });

describe('the decision', () => {
  test('is not made by who reviewed, verified, examined or was asked to speak for them, nor by the candidate', async () => {
    const candidate = await world.person('Pat Applicant', { roles: ['program-manager'] });
    const verifier = await world.person('Vera Verifier', { roles: ['program-manager', 'finance'] });
    const examiner = await world.person('Emil Examiner', { roles: ['program-manager', 'examiner'] });
    const referee = await world.person('Rae Referee', { roles: ['program-manager'] });
    const candidacyId = await passEverything(world, candidate, {
      reviewerId: second.personId,
      membershipJudgeId: verifier.personId,
    });
    await world.within(async ({ trx, organization, now }) => {
      const assignment = { candidacy_id: candidacyId, assessment_id: 'portfolio', attempt: 1, assigned_at: now };
      await trx
        .insertInto('examiner_assignment')
        .values({
          organization_id: organization.id,
          id: crypto.randomUUID(),
          ...assignment,
          examiner_id: examiner.personId,
          assigned_by: decider.personId,
        })
        .execute();
      await trx
        .insertInto('statement_request')
        .values({
          ...{ organization_id: organization.id, id: crypto.randomUUID(), candidacy_id: candidacyId },
          ...{ requirement: 'letters', name: 'Rae', email: referee.email },
          ...{ requested_at: now, mailed_at: now },
        })
        .execute();
    });
    for (const [caller, why] of [
      [candidate, 'your own'],
      [second, 'reviewed'],
      [verifier, 'membership'],
      [examiner, 'examine'],
      [referee, 'statement'],
    ] as const) {
      const refused = await refusal(decide(caller, candidacyId));
      expect(refused.code).toBe('credentialing.conflict');
      expect(refused.message).toContain(why);
    }
    await decide(decider, candidacyId);
    expect((await refusal(decide(decider, candidacyId))).code).toBe('credentialing.nothing-to-decide');
  });

  test('waits until everything is passed', async () => {
    const candidate = await world.person('Una Early');
    const { candidacyId } = await candidate.api.candidacies.beginCandidacy({
      organization: world.organization.slug,
      programId: world.programId,
    });
    expect((await refusal(decide(decider, candidacyId))).code).toBe('credentialing.nothing-to-decide');
  });

  test('of two at once, one counts', async () => {
    const candidacyId = await passEverything(world, await world.person('Tia Twice'));
    const outcomes = await Promise.allSettled([decide(decider, candidacyId), decide(second, candidacyId)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('issuing', () => {
  let certified: Certified;
  beforeAll(async () => {
    certified = await certify(world, decider, { name: 'Zoë Ōkubo-O’Neill' });
  });

  test('gives one credential, told of by one letter with the address of its verification', async () => {
    expect(certified.number).toMatch(/^CALT-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(await countCredentials(certified.candidacyId)).toBe(1);
    const letters = (await world.messagesTo(certified.holder.email)).filter(
      ({ template }) => template === 'credentialing.credential-granted',
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain(`${publicUrl}/c/${certified.number}`);
  });

  test('twice at once or again later gives no second one', async () => {
    const candidacyId = await passEverything(world, await world.person('Otto Once'));
    await decide(decider, candidacyId);
    const issue = () => world.within((scope) => issueIfDecided(scope, world.config, candidacyId));
    await Promise.all([issue(), issue(), issue()]);
    await issue();
    await world.runJobs();
    expect(await countCredentials(candidacyId)).toBe(1);
  });

  test('that breaks off at the very end leaves nothing, and then succeeds', async () => {
    const candidacyId = await passEverything(world, await world.person('Cora Crash'));
    const counts = () =>
      world.within(async ({ trx }) => {
        const entries = await trx.selectFrom('status_entry').select('index').execute();
        const numbers = await trx.selectFrom('locator').select('id').where('kind', '=', 'credential').execute();
        return [entries.length, numbers.length];
      });
    await decide(decider, candidacyId);
    const before = await counts();
    const broken = world.within(async (scope) => {
      const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
      await issueNext(scope, world.config, candidacy, { kind: 'system' });
      throw new Error('The power went.');
    });
    await expect(broken).rejects.toThrow('The power went.');
    expect(await counts()).toEqual(before);
    expect(await countCredentials(candidacyId)).toBe(0);
    await world.runJobs();
    expect(await countCredentials(candidacyId)).toBe(1);
  });

  test('keeps the private key sealed under the secret of the installation', async () => {
    const rows = await world.within(({ trx }) => trx.selectFrom('issuer_key').selectAll().execute());
    expect(rows).toHaveLength(1);
    const did = 'did:web:testamur.example:api:issuers:association';
    const key = await world.within((scope) => openIssuerKey(scope, world.config, did));
    expect(key.verificationMethod).toBe(`${did}#${rows[0]?.public_key_multibase}`);
    expect(JSON.stringify(rows)).not.toContain('z3u2');
    const other = { ...world.config, SECRET: 'another secret that is long enough too' };
    await expect(world.within((scope) => openIssuerKey(scope, other, did))).rejects.toThrow(/SECRET is not the one/);
  });

  test('the document verifies with @digitalbazaar/vc alone, from what the installation serves', async () => {
    const { anyone, organization } = world;
    const file = await certified.holder.api.credentialing.getCredentialDocument({
      credentialId: certified.credentialId,
    });
    expect([file.name, file.type]).toEqual([`${certified.number}.json`, 'application/vc+ld+json']);
    const bytes = await file.text();
    const credential = JSON.parse(bytes);
    const did = 'did:web:testamur.example:api:issuers:association';
    expect(credential.issuer).toMatchObject({ id: did, name: 'Library Association' });
    expect(credential.credentialSubject.licenseNumber).toBe(certified.number);
    expect(isHeldBy(credential, certified.holder.email)).toBe(true);

    const didDocument = await anyone.issuers.getIssuerDocument({ organization: organization.slug });
    expect(didDocument).toMatchObject({ id: did, alsoKnownAs: [expect.stringMatching(/^did:key:z6Mk/)] });
    const methods = didDocument.verificationMethod as { id: string }[];
    const documents = new Map<string, unknown>([
      [OPEN_BADGES_CONTEXT, findContext(OPEN_BADGES_CONTEXT)],
      [did, didDocument],
      ...methods.map((method): [string, unknown] => [
        method.id,
        { '@context': 'https://w3id.org/security/multikey/v1', ...method },
      ]),
    ]);
    const documentLoader: DocumentLoader = async (url) =>
      documents.has(url)
        ? { contextUrl: null, documentUrl: url, document: structuredClone(documents.get(url)) }
        : vc.defaultDocumentLoader(url);
    const verify = (text: string) =>
      vc.verifyCredential({
        credential: JSON.parse(text),
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader,
        now: world.now(),
        checkStatus: async () => ({ verified: true }),
      });
    expect(await verify(bytes)).toMatchObject({ verified: true });
    expect(await verify(bytes.replace('Academic', 'Academik'))).toMatchObject({ verified: false });
  });

  test('the certificate is a PDF for the holder and staff, and for nobody else', async () => {
    const { credentialId } = certified;
    const pdf = await certified.holder.api.credentialing.getCertificatePdf({ credentialId });
    expect(pdf.name).toBe(`${certified.number}.pdf`);
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
    const stranger = await world.person('Stan Stranger');
    expect((await refusal(stranger.api.credentialing.getCertificatePdf({ credentialId }))).code).toBe(
      'platform.not-found',
    );
    expect((await refusal(world.anyone.credentialing.getCredential({ credentialId }))).code).toBe(
      'platform.sign-in-required',
    );
  });

  test('of an organization without a key there is no document', async () => {
    const refused = await refusal(world.anyone.issuers.getIssuerDocument({ organization: 'platform' }));
    expect(refused.code).toBe('issuers.no-issuer');
  });
});

test('the list of an organization finds credentials by name and number, newest first', async () => {
  const certified = await certify(world, decider, { name: 'Quentin Q. Quill' });
  const list = (query: string) =>
    second.api.credentialing.listCredentials({ organization: world.organization.slug, query });
  const all = await list('');
  expect(all.credentials[0]).toMatchObject({ number: certified.number, state: 'active', revocationPending: false });
  expect(all.total).toBeGreaterThan(3);
  expect((await list('quill')).credentials.map(({ number }) => number)).toEqual([certified.number]);
  expect((await list(certified.number.toLowerCase())).total).toBe(1);
  expect((await list('100%')).total).toBe(0);
});

test('a status list is signed anew when half of its time has passed, by a job or else for its reader', async () => {
  const hourMs = 3_600_000;
  const read = async () => {
    const row = await world.within(({ trx }) => trx.selectFrom('status_list').select('id').executeTakeFirstOrThrow());
    return world.anyone.credentialing.getStatusList({ organization: 'association', listId: row.id });
  };
  const first = await read();
  world.passMs(hourMs);
  await world.runSchedule('credentialing.refresh-lists');
  expect(await read()).toEqual(first);
  world.passMs(2.5 * hourMs);
  await world.runSchedule('credentialing.refresh-lists');
  const next = await read();
  expect(Date.parse(String(next.validUntil))).toBe(world.now().getTime() + 6 * hourMs);
  world.passMs(4 * hourMs);
  expect(Date.parse(String((await read()).validUntil))).toBe(world.now().getTime() + 6 * hourMs);
});
