import { z } from 'zod';
import { inOrganization, operation } from '../../platform/operations/operation.ts';
import { done, id, instant, reason, slug } from '../../platform/operations/schemas.ts';

const json = z.record(z.string(), z.unknown());

export const keyAlgorithm = z.enum(['Ed25519', 'P-256']);
export const keyState = z.enum(['next', 'current', 'retired', 'compromised']);

const fingerprint = z
  .string()
  .trim()
  .max(60)
  .describe('The fingerprint of the key, typed again, so that the right one is meant. Case and hyphens do not count.');

/** What waits for a second person. */
const pending = z.object({
  requestedBy: z.string(),
  requestedById: z.string(),
  requestedAt: instant,
  reason: z.string(),
});

const key = z.object({
  id: z.string(),
  fingerprint: z.string().describe('The first 64 bits of the SHA-256 of the public key as multibase text.'),
  publicKeyMultibase: z.string(),
  algorithm: keyAlgorithm,
  provider: z.enum(['sealed', 'pkcs11', 'aws-kms']),
  place: z.string().describe('Where the private key lies, in words.'),
  state: keyState,
  createdAt: instant,
  activatesAt: instant.describe('Signs from then on; published before.'),
  retiredAt: instant.optional().describe('Signs until then; stays published.'),
  compromisedAt: instant.optional().describe('Nothing that it signed is believed from then on.'),
  compromiseRequest: pending.optional(),
});

const organization = z.strictObject({ organization: slug });
const ofKey = z.strictObject({ organization: slug, keyId: id });
const readers = ['administrator', 'program-manager', 'auditor'] as const;
/** An organization may have a single administrator; its program managers are second persons, too. */
const secondPersons = ['administrator', 'program-manager'] as const;

export const issuersContract = {
  getIssuerDocument: operation({
    method: 'GET',
    path: '/issuers/{organization}/did.json',
    tag: 'Issuers',
    summary: 'The DID document (did:web) of an issuer, with all its public keys',
    policy: { allow: ['anyone'], tenancy: inOrganization },
    problems: ['issuers.no-issuer'],
  })
    .input(organization)
    .output(json),
  listIssuerKeys: operation({
    method: 'GET',
    path: '/organizations/{organization}/issuer-keys',
    tag: 'Issuers',
    summary: 'The keys that an organization signs with, the current one first',
    policy: { allow: readers, tenancy: inOrganization },
  })
    .input(organization)
    .output(
      z.object({
        did: z.string(),
        documentUrl: z.string(),
        provider: z.enum(['sealed', 'pkcs11', 'aws-kms']).describe('Where a new key would be kept.'),
        waitMinutes: z.number().int().describe('How long a new key is published before it signs.'),
        rotationRequest: pending.extend({ algorithm: keyAlgorithm, fingerprint: z.string() }).optional(),
        keys: z.array(key),
      }),
    ),
  requestKeyRotation: operation({
    method: 'POST',
    path: '/organizations/{organization}/issuer-keys/rotation',
    tag: 'Issuers',
    summary: 'Ask for a new key; a second person confirms it',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: [
      'issuers.no-issuer',
      'issuers.fingerprint-differs',
      'issuers.already-requested',
      'issuers.rotation-under-way',
    ],
  })
    .input(organization.extend({ fingerprint, algorithm: keyAlgorithm.default('Ed25519'), reason }))
    .output(done),
  confirmKeyRotation: operation({
    method: 'POST',
    path: '/organizations/{organization}/issuer-keys/rotation/confirm',
    tag: 'Issuers',
    summary: 'Confirm a new key, as a second person, or turn it down',
    description:
      'The new key is published at once and signs after a wait; what the old one signed stays verifiable for good.',
    policy: { allow: secondPersons, tenancy: inOrganization },
    problems: [
      'issuers.no-request',
      'issuers.second-person-needed',
      'issuers.key-changed',
      'issuers.rotation-under-way',
      'issuers.key-unavailable',
    ],
  })
    .input(organization.extend({ confirm: z.boolean() }))
    .output(done),
  reportKeyCompromise: operation({
    method: 'POST',
    path: '/organizations/{organization}/issuer-keys/{keyId}/compromise',
    tag: 'Issuers',
    summary: 'Report that others may hold a private key; a second person confirms it',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: [
      'issuers.no-such-key',
      'issuers.fingerprint-differs',
      'issuers.already-requested',
      'issuers.already-compromised',
    ],
  })
    .input(ofKey.extend({ fingerprint, reason }))
    .output(done),
  confirmKeyCompromise: operation({
    method: 'POST',
    path: '/organizations/{organization}/issuer-keys/{keyId}/compromise/confirm',
    tag: 'Issuers',
    summary: 'Withdraw a reported key, as a second person, or turn the report down',
    description:
      'From then on nothing that the key signed is believed. Another key signs at once, and what the withdrawn one ' +
      'signed is revoked and issued again in the background.',
    policy: { allow: secondPersons, tenancy: inOrganization },
    problems: [
      'issuers.no-request',
      'issuers.no-such-key',
      'issuers.second-person-needed',
      'issuers.already-compromised',
      'issuers.key-unavailable',
    ],
  })
    .input(ofKey.extend({ confirm: z.boolean() }))
    .output(done),
  getKeyIncident: operation({
    method: 'GET',
    path: '/organizations/{organization}/issuer-keys/{keyId}/incident',
    tag: 'Issuers',
    summary: 'What is known of a compromised key: who reported and confirmed it, and what signs since',
    policy: { allow: readers, tenancy: inOrganization },
    problems: ['issuers.no-such-key'],
  })
    .input(ofKey)
    .output(
      z.object({
        key,
        reports: z.array(
          pending.extend({
            decidedBy: z.string().optional(),
            decidedAt: instant.optional(),
            confirmed: z.boolean().optional(),
          }),
        ),
        signsNow: z.object({ fingerprint: z.string(), since: instant }).optional(),
      }),
    ),
};
