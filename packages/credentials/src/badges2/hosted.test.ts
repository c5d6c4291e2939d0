import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { input } from '../../test/sample.ts';
import { hostedAssertion, revokedAssertion } from './hosted.ts';

const addresses = {
  assertion: 'https://example.org/ob2/assertions/17',
  badgeClass: 'https://example.org/ob2/badges/calt-2026',
  issuer: 'https://example.org/ob2/issuers/association',
  image: 'https://cdn.example.org/calt.png',
};

describe('the three documents of a hosted badge', () => {
  const { assertion, badgeClass, issuer } = hostedAssertion(input, addresses);

  it('hold what version 2.0 requires of each, and point at one another', () => {
    for (const [document, type, required] of [
      [assertion, 'Assertion', ['recipient', 'badge', 'verification', 'issuedOn']],
      [badgeClass, 'BadgeClass', ['name', 'description', 'image', 'criteria', 'issuer']],
      [issuer, 'Issuer', ['name', 'url', 'email']],
    ] as const) {
      expect(document).toMatchObject({ '@context': 'https://w3id.org/openbadges/v2', type });
      expect(Object.keys(document)).toEqual(expect.arrayContaining(['id', ...required]));
    }
    expect([assertion.badge, badgeClass.issuer]).toEqual([badgeClass.id, issuer.id]);
    expect(assertion).toMatchObject({
      id: addresses.assertion,
      verification: { type: 'HostedBadge' },
      issuedOn: input.awardedDate,
      expires: input.validUntil,
    });
    expect(badgeClass).toMatchObject({
      name: input.achievement.name,
      tags: ['library', 'cataloging'],
      version: '2026',
    });
  });

  it('name the recipient by a hash that whoever knows the address can make again', () => {
    const salt = '5f3c0a9e17';
    const identity = `sha256$${createHash('sha256').update(`zoe@example.net${salt}`).digest('hex')}`;
    expect(assertion.recipient).toEqual({ type: 'email', hashed: true, identity, salt });
    expect(JSON.stringify([assertion, badgeClass, issuer])).not.toContain('zoe@example.net');
  });

  it('let nobody else serve assertions in the name of the issuer', () => {
    expect(issuer.verification).toEqual({ allowedOrigins: 'example.org', startsWith: 'https://example.org/' });
  });

  it('say of a demonstration that it is one', () => {
    const demo = hostedAssertion({ ...input, demonstration: true }, addresses);
    expect(demo.assertion.narrative).toContain('It certifies nobody');
    expect(demo.badgeClass).toMatchObject({
      name: expect.stringContaining('(demonstration)'),
      tags: expect.arrayContaining(['demonstration']),
    });
  });

  it('can be made of every credential that an issuer with an e-mail address issues', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.string({ minLength: 8 }), (ends, named, salt) => {
        const { validUntil, ...open } = input;
        const holder = {
          name: 'A',
          identity: named ? ({ kind: 'name' } as const) : { kind: 'email' as const, address: 'a@b', salt },
        };
        const badge = hostedAssertion(
          { ...open, ...(ends && validUntil !== undefined ? { validUntil } : {}), holder },
          addresses,
        );
        expect('expires' in badge.assertion).toBe(ends);
        expect(badge.assertion.recipient).toMatchObject({ type: named ? 'name' : 'email', hashed: !named });
      }),
    );
  });
});

it('a revoked assertion keeps its address, and says no more than that and the reason', () => {
  expect(revokedAssertion(addresses.assertion, 'Issued by mistake.')).toEqual({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: addresses.assertion,
    revoked: true,
    revocationReason: 'Issued by mistake.',
  });
  expect(revokedAssertion(addresses.assertion)).not.toHaveProperty('revocationReason');
  expect(() => revokedAssertion('urn:uuid:1')).toThrow(RangeError);
});

it.each([
  ['an assertion on another origin', { assertion: 'https://other.example/1' }, {}, /origin/],
  ['a badge class on another port', { badgeClass: 'https://example.org:8443/1' }, {}, /origin/],
  ['an address that is none', { issuer: 'urn:uuid:1' }, {}, /addresses\.issuer/],
  [
    'an issuer without an e-mail address',
    {},
    { issuer: { id: 'did:web:example.org', name: 'E', url: 'https://example.org' } },
    /email/,
  ],
  ['an end before the beginning', {}, { validUntil: '2026-01-01T00:00:00Z' }, /validUntil/],
])('%s is refused by name', (_, places, changes, message) => {
  expect(() => hostedAssertion({ ...input, ...changes }, { ...addresses, ...places })).toThrow(message);
});
