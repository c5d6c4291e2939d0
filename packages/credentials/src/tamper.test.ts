import { describe, expect, it, vi } from 'vitest';
import { edited, type Path, pathsOf } from '../test/edit.ts';
import { input, issueSample, key, LISTS, listsWith, resolveKey, WITHIN } from '../test/sample.ts';
import { issueCredential, verifyCredential } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

const signed = await issueSample({ demonstration: true });
const statusLists = await listsWith();

async function verified(credential: unknown): Promise<boolean> {
  return (await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey })).verified;
}

function changed(old: unknown): unknown {
  if (typeof old === 'string') {
    return `${old.slice(0, -1)}${old.endsWith('x') ? 'y' : 'x'}`;
  }
  return typeof old === 'boolean' ? !old : 'x';
}

const paths = pathsOf(signed);
const name = (path: Path) => path.join('.');

describe('no member can be changed, removed or emptied', () => {
  it('the sample is verified as it is, and has members enough', async () => {
    expect(await verified(signed)).toBe(true);
    expect(paths.length).toBeGreaterThan(60);
  });

  it('changed', async () => {
    const passing: string[] = [];
    for (const path of paths) {
      if (await verified(edited(signed, path, changed))) {
        passing.push(name(path));
      }
    }
    expect(passing).toEqual([]);
  });

  it('removed', async () => {
    const passing: string[] = [];
    for (const path of paths) {
      if (await verified(edited(signed, path, () => undefined))) {
        passing.push(name(path));
      }
    }
    expect(passing).toEqual([]);
  });
});

describe('what the signature does not see is refused before it', () => {
  const credentialStatus = Reflect.get(signed, 'credentialStatus');
  const criteria = { id: input.achievement.criteria.id, narrative: input.achievement.criteria.narrative };
  const rename = (from: string, to: string) =>
    edited(
      edited(signed, [to], () => Reflect.get(signed, from)),
      [from],
      () => undefined,
    );

  it.each([
    [
      'the status hidden under its IRI',
      rename('credentialStatus', 'https://www.w3.org/2018/credentials#credentialStatus'),
    ],
    ['the name hidden under its IRI', rename('name', 'https://schema.org/name')],
    [
      'criteria hidden under the type of the same IRI',
      edited(
        edited(signed, ['credentialSubject', 'achievement', 'Criteria'], () => criteria),
        ['credentialSubject', 'achievement', 'criteria'],
        () => undefined,
      ),
    ],
    ['the type hidden under @type', rename('type', '@type')],
    [
      'a type written as its IRI',
      edited(signed, ['type', 0], () => 'https://www.w3.org/2018/credentials#VerifiableCredential'),
    ],
    ['a value wrapped', edited(signed, ['name'], (old) => ({ '@value': old }))],
    ['a member with null', edited(signed, ['image'], () => null)],
    ['a nested member with null', edited(signed, ['credentialSubject', 'role'], () => null)],
    [
      'an inner context',
      edited(signed, ['credentialSubject', '@context'], () => 'https://www.w3.org/ns/credentials/v2'),
    ],
    ['a set object', edited(signed, ['credentialStatus'], () => ({ '@set': credentialStatus }))],
    ['half a surrogate pair', edited(signed, ['credentialSubject', 'name'], () => '\ud800')],
    ['a list in a list', edited(signed, ['credentialStatus'], (old) => [old])],
    [
      'text for true or false, which to a reader is always true',
      edited(signed, ['credentialSubject', 'identifier', 0, 'hashed'], String),
    ],
    ['a type named twice', edited(signed, ['credentialSubject', 'type'], (old) => [old, old].flat())],
    ['no type where another node of the same id has one', edited(signed, ['issuer', 'type'], () => [])],
    ['a blank identifier', edited(signed, ['credentialSubject', 'id'], () => '_:b0')],
  ])('%s', async (_, credential) => {
    const report = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey });
    expect(report.checks[0]).toMatchObject({ id: 'structure', result: 'failed', code: 'unreadable' });
  });
});

it.each([['validUntil'], ['issuer'], ['name'], ['credentialSubject', 'achievement'], ['credentialSubject', 'name']])(
  'a list of one in place of %s %s, which the signature does not tell from the one, is refused',
  async (...path) => {
    const credential = edited(signed, path, (old) => [old]);
    const report = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey });
    expect(report.checks[0]).toMatchObject({ id: 'structure', result: 'failed', code: 'malformed' });
  },
);

it('a number cannot be changed, neither into text nor in digits that RDF does not write', async () => {
  const { proof: _, ...unsigned } = signed;
  const credential = edited(unsigned, ['credentialSubject', 'creditsEarned'], () => 12.5);
  const credited = await issueCredential({ credential: Object(credential), signer: key });
  expect(await verified(credited)).toBe(true);
  for (const value of ['12.5', '1.25E1', 12.500000000000002, [12.5, '12.5']]) {
    expect(await verified(edited(credited, ['credentialSubject', 'creditsEarned'], () => value))).toBe(false);
  }
});

describe('what says the same stays verified', () => {
  it('other order of members and entries', async () => {
    expect(await verified(Object.fromEntries(Object.entries(signed).toReversed()))).toBe(true);
    const turn = (old: unknown) => (Array.isArray(old) ? old.toReversed() : old);
    expect(await verified(edited(signed, ['credentialStatus'], turn))).toBe(true);
    expect(await verified(edited(signed, ['type'], turn))).toBe(true);
  });

  it('the second name that the Open Badges context gives the type', async () => {
    expect(await verified(edited(signed, ['type', 1], () => 'OpenBadgeCredential'))).toBe(true);
  });
});

it('a status list cannot be changed either', async () => {
  const list = statusLists.get(LISTS.revocation);
  const passing: string[] = [];
  for (const path of pathsOf(list)) {
    const lists = new Map(statusLists).set(LISTS.revocation, edited(list, path, changed));
    const report = await verifyCredential({ credential: signed, at: WITHIN, statusLists: lists, resolveKey });
    if (report.verified) {
      passing.push(name(path));
    }
  }
  expect(passing).toEqual([]);
});
