import type { TemplateData } from '../index.ts';
import { document } from './example-base.ts';

export const credentialExamples: Pick<TemplateData, 'certificate' | 'card' | 'letter'> = {
  certificate: {
    ...document,
    holder: { name: 'Ana Rivera' },
    credential: {
      title: 'Certified Academic Library Technician',
      abbreviation: 'CALT',
      scheme: 'CALT, edition 2026',
      document: '{"type":["VerifiableCredential","AchievementCredential"],"name":"Zoe\u0308 \\u0000 王"}',
    },
    scope:
      'Supports the work of an academic library under general direction: catalogs and classifies, answers reference ' +
      'requests, serves users, runs library systems and digital resources, maintains the collection, and takes part ' +
      'in administration.',
    number: 'CALT-2027-00418',
    validFrom: 'March 3, 2027',
    validUntil: 'March 2, 2030',
    decision: { recordedOn: 'March 3, 2027' },
    verificationUrl: 'https://testamur.example.org/c/7KQ2-M9XD-41FA',
  },
  card: {
    ...document,
    holder: { name: 'Ana Rivera' },
    credential: { title: 'Certified Service Technician', postnominal: 'CST' },
    card: {
      title: 'Card of a certified technician',
      text:
        'The holder has completed the course and shown the work at its stations. Carry it at work and show it on request. ' +
        'It stays the property of the organization and is given back when the certification ends.',
    },
    number: 'CTST-7KQ2M9XD',
    validFrom: 'March 3, 2027',
    validUntil: 'March 2, 2030',
    verificationUrl: 'https://testamur.example.org/c/CTST-7KQ2M9XD',
  },
  letter: {
    ...document,
    organization: { ...document.organization, contact: ['certification@library.example.org'] },
    recipient: { name: 'Riverside College', lines: ['At the request of the holder'] },
    number: 'CALT-7KQ2M9XD',
    date: 'May 4, 2028',
    program: { title: 'Certified Academic Library Technician', abbreviation: 'CALT', edition: '2026' },
    holder: { name: 'Ana Rivera' },
    credential: { title: 'Certified Academic Library Technician', postnominal: 'CALT' },
    scope:
      'Supports the work of an academic library under general direction: catalogs and classifies, answers reference ' +
      'requests, serves users, runs library systems and digital resources.',
    validFrom: 'March 3, 2027',
    validUntil: 'March 2, 2030',
    standing: { holds: true, says: 'Active', checkedAt: 'May 4, 2028, 2:30 PM UTC' },
    verificationUrl: 'https://testamur.example.org/c/CALT-7KQ2M9XD',
  },
};
