import { buildAchievementCredential } from '@testamur/credentials';

/** A credential of nobody, as an issuer of this system would write it. */
export const sampleCredential = (did: string) =>
  buildAchievementCredential({
    id: 'urn:uuid:7b0e1c4a-3f0e-4a53-9a4e-0e6f2a7c9d11',
    issuer: { id: did, name: 'Example Association', url: 'https://example.org' },
    validFrom: '2027-03-02T00:00:00Z',
    validUntil: '2030-03-01T23:59:59Z',
    holder: {
      name: 'Demo Holder',
      licenseNumber: 'CALT-000017',
      identity: { kind: 'email', address: 'holder@example.net', salt: '00112233445566778899aabb' },
    },
    achievement: {
      id: 'https://example.org/programs/example/2026',
      name: 'Certified Example',
      description: 'Runs examples.',
      criteria: { id: 'https://example.org/programs/example#criteria', narrative: 'Passed the exam.' },
      version: '2026',
      humanCode: 'CE',
    },
  });
