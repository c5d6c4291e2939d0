import { buildAchievementCredential, type JsonObject } from '../../packages/credentials/src/index.ts';

/** Time of every proof here. */
export const CREATED = '2027-03-02T10:00:00Z';
/** A time at which the credentials are valid. */
export const WITHIN = '2028-07-01T12:00:00Z';

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/**
 * The credential of one certificant of a program: all that a certifying body writes on it, another holder, number and
 * status entry each time.
 */
export function credentialOf(number: number, issuer: string): JsonObject {
  return buildAchievementCredential({
    id: `urn:uuid:0b1f3a1e-6a3e-4a33-9d3c-${hex(number, 12)}`,
    issuer: { id: issuer, name: 'Example Association', url: 'https://example.org', email: 'certify@example.org' },
    validFrom: '2027-03-02T00:00:00Z',
    validUntil: '2030-03-01T23:59:59Z',
    awardedDate: '2027-03-02T09:30:00Z',
    holder: {
      name: `Zoë Ōkubo-O’Neill ${number}`,
      identity: { kind: 'email', address: `zoe.${number}@example.net`, salt: hex(number * 7_919, 16) },
      licenseNumber: `CALT-${String(number).padStart(6, '0')}`,
    },
    achievement: {
      id: 'https://example.org/programs/calt/2026',
      name: 'Certified Academic Library Technician',
      description: 'Runs the technical services of an academic library.',
      criteria: { id: 'https://example.org/programs/calt#criteria', narrative: 'Passed the exam and the portfolio.' },
      version: '2026',
      humanCode: 'CALT',
      language: 'en-US',
      tags: ['library', 'cataloging'],
    },
    status: [{ purpose: 'revocation', listUrl: 'https://example.org/status/1', index: number }],
  });
}
