import { as, candidate, holder, type Visits } from './visit.ts';

const candidacy = '/me/candidacies/:candidacyId';
const portfolio = `${candidacy}/portfolio/:assessmentId`;

/** In this order: the portfolio of `own` is handed in by what comes after them. */
export const candidatePages: Visits = {
  '/me': as('paying', '/me'),
  '/me/messages': as('certified', '/me/messages'),
  '/me/account': as('certified', '/me/account'),
  '/me/account/second-factor': as('certified', '/me/account/second-factor'),
  [candidacy]: candidate('authorized', ''),
  [`${candidacy}/apply/:section`]: candidate('candidate', '/apply/experience'),
  [`${candidacy}/apply/:section/entries/:entry`]: candidate('candidate', '/apply/experience/entries/new'),
  [`${candidacy}/check`]: candidate('candidate', '/check'),
  [`${candidacy}/submitted`]: candidate('waiting', '/submitted'),
  [`${candidacy}/withdraw`]: candidate('paying', '/withdraw'),
  [`${candidacy}/listing`]: candidate('certified', '/listing'),
  [`${candidacy}/fees`]: candidate('paying', '/fees'),
  [`${candidacy}/fees/:invoiceId`]: candidate('own', async (world) => `/fees/${await world.paidInvoice()}`),
  [`${candidacy}/fees/:invoiceId/pay`]: candidate('paying', async (world) => `/fees/${await world.openInvoice()}/pay`),
  [`${candidacy}/exam/:assessmentId`]: candidate('authorized', '/exam/exam'),
  [`${candidacy}/exam/:assessmentId/practice`]: candidate('authorized', '/exam/exam/practice'),
  [portfolio]: candidate('own', '/portfolio/portfolio'),
  [`${portfolio}/pieces/new`]: candidate('own', '/portfolio/portfolio/pieces/new'),
  [`${portfolio}/pieces/:pieceId`]: candidate(
    'own',
    async (world) => `/portfolio/portfolio/pieces/${await world.piece()}`,
  ),
  [`${portfolio}/pieces/:pieceId/remove`]: candidate(
    'own',
    async (world) => `/portfolio/portfolio/pieces/${await world.piece()}/remove`,
  ),
  [`${portfolio}/submit`]: candidate('own', '/portfolio/portfolio/submit'),
  [`${candidacy}/session/:assessmentId`]: candidate('school', '/session/oral'),
  [`${candidacy}/course/:assessmentId`]: candidate('course', '/course/course'),
  [`${candidacy}/results`]: candidate('certified', '/results'),
  '/me/credentials': as('certified', '/me/credentials'),
  '/me/credentials/:credentialId': holder('certified', ''),
  '/me/credentials/:credentialId/evidence': holder('certified', '/evidence'),
  '/me/credentials/:credentialId/share': holder('certified', '/share'),
  '/me/credentials/:credentialId/send': holder('certified', '/send'),
  '/me/credentials/:credentialId/parts': holder('certified', '/parts'),
  '/me/credentials/:credentialId/letter': holder('certified', '/letter'),
  '/me/credentials/:credentialId/mark': holder('course-certified', '/mark'),
  '/me/credentials/:credentialId/surrender': holder('certified', '/surrender'),
  '/me/credentials/:credentialId/wallet': holder('certified', '/wallet'),
  '/me/credentials/:credentialId/renew/way': holder('certified', '/renew/way'),
  '/me/credentials/:credentialId/renew': holder('certified', '/renew'),
  '/me/credentials/:credentialId/renew/log': holder('certified', '/renew/log'),
  '/me/credentials/:credentialId/renew/submit': holder('certified', '/renew/submit'),
  '/exam/:attemptId': as('own', async (world) => `/exam/${await world.attempt()}`),
  '/exam/:attemptId/signed-in': as('own', async (world) => `/exam/${await world.attempt()}/signed-in`),
};
