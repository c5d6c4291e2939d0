import { about, anyone, as, candidate, credentialOf, holder, staff, type Visits } from './visit.ts';

const org = '/staff/:org';
const mine = '/me/candidacies/:candidacyId';
const theirs = `${org}/candidacies/:candidacyId`;

/** Files that are sent: exports, letters, certificates, evidence. */
export const files: Visits = {
  '/programs/:programId/handbook.pdf': anyone('/programs/calt/handbook.pdf'),
  '/programs/:programId/ctdl.json': anyone('/programs/calt/ctdl.json'),
  '/c/:number/picture.png': anyone(async (world) => `/c/${await world.numberOf('revoked')}/picture.png`),
  '/c/:number/credential.json': anyone(async (world) => `/c/${await world.numberOf('revoked')}/credential.json`),
  '/plan/:programId/plan.pdf': anyone('/plan/calt/plan.pdf?calt.payerClass=member'),
  '/plan/:programId/plan.ics': anyone('/plan/calt/plan.ics?years=5'),
  [`${mine}/deadlines.ics`]: candidate('authorized', '/deadlines.ics'),
  [`${mine}/application.pdf`]: candidate('waiting', '/application.pdf'),
  [`${mine}/authorization/:assessmentId/letter.pdf`]: candidate('authorized', '/authorization/exam/letter.pdf'),
  [`${mine}/fees/:invoiceId/receipt.pdf`]: candidate(
    'own',
    async (world) => `/fees/${await world.paidInvoice()}/receipt.pdf`,
  ),
  [`${mine}/results.pdf`]: candidate('certified', '/results.pdf'),
  '/me/files/:fileId': as('waiting', async (world) => `/me/files/${await world.fileOf('waiting')}`),
  '/me/credentials/:credentialId/certificate.pdf': holder('certified', '/certificate.pdf'),
  '/me/credentials/:credentialId/card.pdf': holder('course-certified', '/card.pdf'),
  '/me/records/:organization': as('certified', '/me/records/ala'),
  '/me/credentials/:credentialId/letter.pdf': holder('certified', '/letter.pdf?addressee=Riverside+College'),
  '/me/credentials/:credentialId/badge/:form': holder('certified', '/badge/png'),
  '/me/credentials/:credentialId/credential.jwt': holder('certified', '/credential.jwt'),
  '/me/credentials/:credentialId/mark/:form': holder(
    'course-certified',
    async (world) => `/mark/${await world.agreedMark()}`,
  ),
  '/me/credentials/:credentialId/credential.json': holder('certified', '/credential.json'),
  [`${org}/queues/:queue/export.csv`]: staff('reviewer', '/queues/review/export.csv'),
  [`${org}/candidacies/export.csv`]: staff('reviewer', '/candidacies/export.csv'),
  [`${theirs}/files/:fileId`]: about('reviewer', 'waiting', async (world) => `/files/${await world.fileOf('waiting')}`),
  [`${theirs}/application.pdf`]: about('reviewer', 'waiting', '/application.pdf'),
  [`${theirs}/score-report.pdf`]: about('program-manager', 'certified', '/score-report.pdf'),
  [`${theirs}/authorization/:assessmentId`]: about('program-manager', 'authorized', '/authorization/exam'),
  [`${org}/ratings/:ratingId/files/:fileId`]: staff('examiner', (world) => world.work()),
  [`${org}/results/export.csv`]: staff('psychometrician', '/results/export.csv?show=all'),
  [`${org}/attempts/export.csv`]: staff('proctor', '/attempts/export.csv'),
  [`${org}/credentials/export.csv`]: staff('program-manager', '/credentials/export.csv'),
  [`${org}/credentials/:credentialId/certificate.pdf`]: credentialOf('certified', '/certificate.pdf'),
  [`${org}/credentials/:credentialId/document`]: credentialOf('certified', '/document'),
  [`${org}/programs/:programId/editions/:edition`]: staff('program-manager', '/programs/calt/editions/2026'),
  [`${org}/programs/schema.json`]: staff('program-manager', '/programs/schema.json'),
  [`${org}/items/export.csv`]: staff('psychometrician', '/items/export.csv?program=calt'),
  [`${org}/billing/export.csv`]: staff('finance', '/billing/export.csv'),
  [`${org}/billing/vouchers/export.csv`]: staff('finance', '/billing/vouchers/export.csv'),
  [`${org}/billing/ledger/export.csv`]: staff('finance', '/billing/ledger/export.csv'),
  [`${org}/billing/:invoiceId/pdf`]: staff('finance', async (world) => `/billing/${await world.paidInvoice()}/pdf`),
  [`${org}/settings/export.csv`]: staff('administrator', '/settings/export.csv'),
  [`${org}/outbox/export.csv`]: staff('administrator', '/outbox/export.csv'),
  [`${org}/audit/export.csv`]: staff('auditor', '/audit/export.csv'),
  [`${org}/audit/export.json`]: staff('auditor', '/audit/export.json'),
};
