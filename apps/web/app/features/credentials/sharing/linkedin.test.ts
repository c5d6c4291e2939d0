import { expect, test } from 'vitest';
import { linkedInAddress } from './linkedin.ts';

const entry = {
  title: 'Certified Technician & Archivist',
  organizationName: 'Library Association',
  number: 'CALT-7KQ2M9XD',
  verifyUrl: 'https://testamur.example/c/CALT-7KQ2M9XD',
  validFrom: '2027-01-01T00:00:00.000Z',
  validUntil: '2029-12-31T23:59:59.000Z',
};

test('the link fills in the form of a profile: what, by whom, from when, until when, where to check', () => {
  const address = new URL(linkedInAddress(entry));
  expect(address.origin + address.pathname).toBe('https://www.linkedin.com/profile/add');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'Certified Technician & Archivist',
    organizationName: 'Library Association',
    issueYear: '2027',
    issueMonth: '1',
    expirationYear: '2029',
    expirationMonth: '12',
    certUrl: entry.verifyUrl,
    certId: 'CALT-7KQ2M9XD',
  });
});

test('months are those of the dates on the certificate, which are in UTC', () => {
  const query = new URL(linkedInAddress({ ...entry, validFrom: '2027-02-28T23:59:59.000Z' })).searchParams;
  expect(query.get('issueMonth')).toBe('2');
});
