import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../kernel/index.ts';
import { certify } from '../credentialing/testing/life.ts';
import { createWorld, refusal, type World } from '../credentialing/testing/world.ts';
import { edition, hireStaff, type Life, publishAll, type Staff, wholeLife } from './testing/life.ts';

let world: World;
let staff: Staff;
let life: Life;

beforeAll(async () => {
  world = await createWorld();
  staff = await hireStaff(world);
  await publishAll(world, staff);
  life = await wholeLife(world, staff, 'Ana Rivera');
});
afterAll(() => world.close());

const asAuditor = () => staff.auditor.api.evidence.getEvidenceChain({ credentialId: life.credentialId });
const asHolder = () => life.holder.api.evidence.getEvidenceChain({ credentialId: life.credentialId });
type Chain = Awaited<ReturnType<typeof asHolder>>;

const stepOf = ({ steps }: Chain, kind: string, assessmentId?: string) => {
  const found = steps.find(
    (one) => one.kind === kind && (assessmentId === undefined || one.assessmentId === assessmentId),
  );
  if (!found) throw new Error(`The chain has no step ${kind}.`);
  return found;
};
const checksOf = (chain: Chain, kind: string, assessmentId?: string) =>
  Object.fromEntries(stepOf(chain, kind, assessmentId).checks.map(({ of, state }) => [of, state]));
const detailOf = (chain: Chain, field: string, assessmentId?: string) =>
  stepOf(chain, field.split('.')[0] ?? '', assessmentId).details.find((one) => one.field === field)?.value;

/** As whoever owns the database could, past the application. */
const asOwner = async (query: string) => {
  const client = new Client({ connectionString: world.db.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.organization', $1, false)", [world.organization.id]);
    return await client.query<{ value: string }>(query);
  } finally {
    await client.end();
  }
};
const read = async (query: string): Promise<string> => (await asOwner(query)).rows[0]?.value ?? '';

const tampering = async (change: string, undo: string, look: () => Promise<void>) => {
  expect((await asOwner(change)).rowCount).toBeGreaterThan(0);
  try {
    await look();
  } finally {
    await asOwner(undo);
  }
};

describe('the chain of a whole life', () => {
  test('leads from the signature back to the edition, each assessment down to where it was taken', async () => {
    const { steps } = await asAuditor();
    expect(steps.map(({ kind, assessmentId }) => (assessmentId ? `${kind} ${assessmentId}` : kind))).toEqual([
      'signature',
      'decision',
      'result portfolio',
      'panel portfolio',
      'portfolio portfolio',
      'result exam',
      'attempt exam',
      'form exam',
      'authorization exam',
      'application',
      'fees',
      'edition',
    ]);
  });

  test('has no broken link, and says so of every link that something can be held against', async () => {
    const chain = await asAuditor();
    expect(chain.checks.broken).toBe(0);
    expect(checksOf(chain, 'signature')).toEqual({
      'document-hash': 'ok',
      'document-proof': 'ok',
      'as-prepared': 'ok',
      audited: 'ok',
    });
    expect(checksOf(chain, 'decision')).toEqual({ independent: 'ok', 'after-results': 'ok', audited: 'ok' });
    for (const assessment of ['exam', 'portfolio']) {
      const expected = { 'fact-agrees': 'ok', 'scored-again': 'ok', audited: 'ok' };
      expect(checksOf(chain, 'result', assessment)).toEqual(expected);
    }
    const attempt = { 'responses-as-saved': 'ok', 'in-window': 'ok', audited: 'ok' };
    expect(checksOf(chain, 'attempt')).toEqual(attempt);
    expect(checksOf(chain, 'form')).toEqual({ 'items-unchanged': 'ok', 'form-as-published': 'ok' });
    expect(checksOf(chain, 'panel')).toEqual({ independent: 'ok', 'marks-as-submitted': 'ok' });
    expect(checksOf(chain, 'authorization')).toEqual({ audited: 'ok' });
    expect(checksOf(chain, 'edition')).toEqual({ 'edition-as-published': 'ok' });
  });

  test('says of what stands nowhere in the audit that it is not recorded, and not that it is in order', async () => {
    const chain = await asAuditor();
    // The tests wrote these facts past the operations.
    expect(checksOf(chain, 'application')).toEqual({ audited: 'not-recorded' });
    expect(checksOf(chain, 'fees')).toEqual({ audited: 'not-recorded' });
    expect(detailOf(chain, 'authorization.site')).toEqual({ kind: 'not-recorded' });
  });

  test('names to auditors who did what, and where the audit says so', async () => {
    const chain = await asAuditor();
    expect(chain.reader).toBe('staff');
    const named = (role: string, name: string) => ({ kind: 'people', people: [{ role, name }] });
    expect(detailOf(chain, 'decision.by')).toEqual(named('staff', 'Dora Decider'));
    expect(detailOf(chain, 'panel.examiners')).toEqual(named('examiner', 'Edda Examiner'));
    expect(detailOf(chain, 'application.acceptedBy')).toEqual(named('staff', 'Rea Reviewer'));
    expect(detailOf(chain, 'form.publishedBy')).toEqual(named('staff', 'Petra Psychometrician'));
    expect(detailOf(chain, 'edition.publishedBy')).toEqual(named('staff', 'Mia Manager'));
    expect(detailOf(chain, 'edition.edition')).toEqual({ kind: 'text', text: edition });
    const [fact] = stepOf(chain, 'decision').facts;
    expect(fact?.entry).toMatchObject({ action: 'credentialing.recordDecision' });
  });
});

describe('its holder', () => {
  test('sees the same links and the same checks', async () => {
    const [own, audited] = [await asHolder(), await asAuditor()];
    expect(own.reader).toBe('holder');
    expect(own.steps.map(({ kind, checks }) => ({ kind, checks }))).toEqual(
      audited.steps.map(({ kind, checks }) => ({ kind, checks })),
    );
  });

  test('sees the parts of people instead of their names, and neither marks nor places in the audit', async () => {
    const text = JSON.stringify(await asHolder());
    for (const { name, personId } of Object.values(staff)) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(personId);
    }
    for (const hidden of ['"panel.marks"', '"form.seed"', '"entry"']) expect(text).not.toContain(hidden);
    expect(detailOf(await asHolder(), 'panel.examiners')).toEqual({ kind: 'people', people: [{ role: 'examiner' }] });
  });

  test('sees no more of it for working there', async () => {
    const own = await certify(world, staff.decider, { name: 'Max Manager' });
    await world.within(async ({ trx, organization }) =>
      trx
        .insertInto('membership')
        .values({ organization_id: organization.id, person_id: own.holder.personId, roles: ['auditor'] })
        .execute(),
    );
    const chain = await own.holder.api.evidence.getEvidenceChain({ credentialId: own.credentialId });
    expect(chain.reader).toBe('holder');
  });
});

test('others learn nothing of it', async () => {
  const { credentialId } = life;
  const stranger = await world.person('Sam Stranger');
  const get = (caller: typeof stranger) => refusal(caller.api.evidence.getEvidenceChain({ credentialId }));
  expect((await get(stranger)).code).toBe('platform.not-found');
  expect((await get(staff.examiner)).code).toBe('platform.not-allowed');
  expect((await get(staff.psychometrician)).code).toBe('platform.not-allowed');
});

describe('a link that was tampered with is broken', () => {
  test('an answer', async () => {
    const where = `where attempt_id = '${life.attemptId}' and seq = 3`;
    const change = `update response set value = '"Z"' ${where}`;
    const value = await read(`select value::text as value from response ${where}`);
    await tampering(change, `update response set value = '${value}' ${where}`, async () => {
      const chain = await asHolder();
      expect(chain.checks.broken).toBe(2);
      expect(checksOf(chain, 'attempt')['responses-as-saved']).toBe('broken');
      expect(checksOf(chain, 'result', 'exam')['scored-again']).toBe('broken');
    });
  });

  test('the marks of an examiner', async () => {
    const where = `where id = '${life.ratingId}'`;
    const marks = await read(`select marks::text as value from rating ${where}`);
    const lower = marks.replace(/"level": \d/, '"level": 0');
    const set = (to: string) => `update rating set marks = '${to}' ${where}`;
    await tampering(set(lower), set(marks), async () => {
      const chain = await asHolder();
      expect(checksOf(chain, 'result', 'portfolio')['scored-again']).toBe('broken');
      expect(checksOf(chain, 'panel')['marks-as-submitted']).toBe('broken');
    });
  });

  test('an item of the form', async () => {
    const where = `where id = (select item_id from form_item join attempt using (form_id) where attempt.id = '${life.attemptId}' limit 1)`;
    const change = `update item set xml = xml || ' ' ${where}`;
    await tampering(change, `update item set xml = rtrim(xml, ' ') ${where}`, async () => {
      expect(checksOf(await asHolder(), 'form')).toEqual({
        'items-unchanged': 'broken',
        'form-as-published': 'broken',
      });
    });
  });

  test('the program file', async () => {
    const where = `where edition = '${edition}'`;
    const change = `update program_edition set yaml = yaml || '#' ${where}`;
    await tampering(change, `update program_edition set yaml = rtrim(yaml, '#') ${where}`, async () => {
      expect(checksOf(await asHolder(), 'edition')).toEqual({ 'edition-as-published': 'broken' });
    });
  });

  test('the signed document', async () => {
    const where = `where credential_id = '${life.credentialId}'`;
    const set = (from: string, to: string) =>
      `update credential_document set document = replace(document, '${from}', '${to}') ${where}`;
    await tampering(set('Ana Rivera', 'Eve Forger'), set('Eve Forger', 'Ana Rivera'), async () => {
      const expected = { 'document-hash': 'broken', 'document-proof': 'broken', 'as-prepared': 'broken' };
      expect(checksOf(await asHolder(), 'signature')).toMatchObject(expected);
    });
  });

  test('who accepted the application: then whoever decided had judged before', async () => {
    const where = `where candidacy_id = '${life.candidacyId}' and kind = 'requirement-judged'`;
    const set = (to: string) => `update fact set by_id = '${to}' ${where}`;
    await tampering(set(staff.decider.personId), set(staff.reviewer.personId), async () => {
      expect(checksOf(await asHolder(), 'decision').independent).toBe('broken');
    });
  });

  test('the score that is kept, and when the attempt began', async () => {
    const result = `where candidacy_id = '${life.candidacyId}' and assessment_id = 'exam'`;
    const score = (by: string) => `update result set score = score ${by} ${result}`;
    await tampering(score('+ 1'), score('- 1'), async () => {
      const expected = { 'fact-agrees': 'broken', 'scored-again': 'broken' };
      expect(checksOf(await asHolder(), 'result', 'exam')).toMatchObject(expected);
    });
    const begun = (by: string) =>
      `update attempt set begun_at = begun_at ${by} interval '1 year' where id = '${life.attemptId}'`;
    await tampering(begun('-'), begun('+'), async () => {
      expect(checksOf(await asHolder(), 'attempt')['in-window']).toBe('broken');
    });
  });

  test('the audit entry of the decision', async () => {
    const where = `where action = 'credentialing.recordDecision' and subject = 'candidacy:${life.candidacyId}'`;
    const set = (from: string, to: string) =>
      `update audit_entry set content = replace(content, '${from}', '${to}') ${where}`;
    await tampering(set('certify', 'refused'), set('refused', 'certify'), async () => {
      expect(checksOf(await asHolder(), 'decision').audited).toBe('broken');
    });
  });
});

test('the file says by its hash whether anybody changed it', async () => {
  const file = await life.holder.api.evidence.exportEvidenceChain({ credentialId: life.credentialId });
  expect([file.name.endsWith('-evidence.json'), file.type]).toEqual([true, 'application/json']);
  const { chain, sha256 }: { chain: object; sha256: string } = JSON.parse(await file.text());
  expect(createHash('sha256').update(canonicalJson(chain)).digest('hex')).toBe(sha256);
  expect(chain).toMatchObject({ reader: 'holder', credentialId: life.credentialId });
});
