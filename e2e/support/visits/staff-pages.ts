import { about, as, credentialOf, staff, type Visits } from './visit.ts';

const org = '/staff/:org';
const candidacy = `${org}/candidacies/:candidacyId`;
const credential = `${org}/credentials/:credentialId`;

export const staffPages: Visits = {
  [org]: staff('auditor', ''),
  [`${org}/queues/:queue`]: staff('reviewer', '/queues/review'),
  [`${org}/candidacies`]: staff('reviewer', '/candidacies'),
  [candidacy]: about('reviewer', 'waiting', ''),
  [`${candidacy}/decision`]: about('decider', 'deciding', '/decision'),
  [`${candidacy}/renewal`]: about('decider', 'certified', '/renewal'),
  [`${candidacy}/again/:assessmentId`]: about('program-manager', 'authorized', '/again/exam'),
  [`${candidacy}/window/:assessmentId`]: about('program-manager', 'authorized', '/window/exam'),
  [`${candidacy}/course/:assessmentId`]: as('program-manager', (world) => world.courseOf('course')),
  [`${candidacy}/examiner/:assessmentId`]: about('program-manager', 'own', async (world) => {
    await world.submitPortfolio();
    return '/examiner/portfolio';
  }),
  [`${org}/ratings`]: staff('examiner', '/ratings'),
  [`${org}/ratings/:ratingId`]: staff('examiner', async (world) => `/ratings/${await world.rating()}`),
  [`${org}/ratings/:ratingId/submit`]: staff('examiner', async (world) => `/ratings/${await world.rating()}/submit`),
  [`${org}/results`]: staff('psychometrician', '/results?show=all'),
  [`${org}/results/release`]: staff('psychometrician', '/results/release?page=1'),
  [`${org}/attempts`]: staff('proctor', '/attempts'),
  [`${org}/attempts/:attemptId/cancel`]: staff(
    'program-manager',
    async (world) => `/attempts/${await world.attempt()}/cancel`,
  ),
  [`${org}/credentials`]: staff('program-manager', '/credentials'),
  [`${credential}/evidence`]: credentialOf('certified', '/evidence'),
  [credential]: credentialOf('certified', ''),
  [`${credential}/suspend`]: credentialOf('certified', '/suspend'),
  [`${credential}/reinstate`]: credentialOf('certified', '/reinstate'),
  [`${credential}/revoke`]: credentialOf('certified', '/revoke'),
  [`${credential}/revocation`]: credentialOf('certified', '/revocation'),
  [`${org}/programs`]: staff('program-manager', '/programs'),
  [`${org}/programs/publish`]: staff('program-manager', '/programs/publish'),
  [`${org}/programs/:programId`]: staff('program-manager', '/programs/calt'),
  [`${org}/programs/:programId/edit`]: staff('program-manager', '/programs/calt/edit'),
  [`${org}/programs/:programId/edit/affected`]: staff('program-manager', (world) => world.affected()),
  [`${org}/items`]: staff('psychometrician', '/items'),
  [`${org}/items/:itemId`]: staff('psychometrician', async (world) => `/items/${await world.item()}`),
  [`${org}/workbench`]: staff('psychometrician', '/workbench'),
  [`${org}/forms`]: staff('psychometrician', '/forms'),
  [`${org}/forms/publish`]: staff('psychometrician', '/forms/publish'),
  [`${org}/billing`]: staff('finance', '/billing'),
  [`${org}/billing/ledger`]: staff('finance', '/billing/ledger'),
  [`${org}/billing/vouchers`]: staff('finance', '/billing/vouchers'),
  [`${org}/billing/vouchers/issue`]: staff('finance', '/billing/vouchers/issue'),
  [`${org}/billing/vouchers/:voucherId/cancel`]: as('finance', (world) => world.voucherToCancel()),
  [`${org}/billing/:invoiceId`]: staff('finance', async (world) => `/billing/${await world.paidInvoice()}`),
  [`${org}/billing/:invoiceId/refund`]: staff(
    'finance',
    async (world) => `/billing/${await world.paidInvoice()}/refund`,
  ),
  [`${org}/settings`]: staff('administrator', '/settings'),
  [`${org}/settings/invite`]: staff('administrator', '/settings/invite'),
  [`${org}/settings/members/:personId`]: staff(
    'administrator',
    async (world) => `/settings/members/${await world.member()}`,
  ),
  [`${org}/settings/members/:personId/remove`]: staff(
    'administrator',
    async (world) => `/settings/members/${await world.member()}/remove`,
  ),
  [`${org}/keys`]: staff('administrator', '/keys'),
  [`${org}/keys/rotate`]: staff('administrator', '/keys/rotate'),
  [`${org}/keys/rotation`]: staff('program-manager', async (world) => {
    await world.keyInDoubt();
    return '/keys/rotation';
  }),
  [`${org}/keys/:keyId`]: staff('auditor', (world) => world.keyInDoubt()),
  [`${org}/keys/:keyId/compromise`]: staff('administrator', async (world) => `${await world.keyInDoubt()}/compromise`),
  [`${org}/keys/:keyId/withdrawal`]: staff(
    'program-manager',
    async (world) => `${await world.keyInDoubt()}/withdrawal`,
  ),
  [`${org}/issuances`]: staff('program-manager', '/issuances'),
  [`${org}/reissues`]: staff('administrator', '/reissues'),
  [`${org}/reissues/:reissueId`]: as('administrator', (world) => world.reissue()),
  [`${org}/member-lists`]: staff('finance', '/member-lists'),
  [`${org}/member-lists/:payerClass`]: staff('finance', '/member-lists/member'),
  [`${org}/outbox`]: staff('administrator', '/outbox'),
  [`${org}/audit`]: staff('auditor', '/audit'),
  [`${org}/audit/verification`]: staff('auditor', '/audit/verification'),
  '/operator': as('operator', '/operator'),
  '/operator/outbox': as('operator', '/operator/outbox'),
};
