import { Problem } from '../../../kernel/index.ts';
import type { Call, Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { getPerson } from '../../identity/index.ts';
import { listFiles } from '../files.ts';
import { applicationDocument } from '../rules/application-document.ts';
import { listStatementRequests } from '../statements.ts';
import { loadCandidacy } from '../store.ts';
import { viewOfStatements } from './statements.ts';

export const getApplicationPdf = async (
  { pdf }: Pick<Platform, 'pdf'>,
  scope: Scope,
  { parties }: Pick<Call, 'parties'>,
  candidacyId: string,
): Promise<File> => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const { number, program, facts, standing, personId } = candidacy;
  const submitted = facts.find((fact) => fact.kind === 'application-submitted');
  if (!submitted) {
    const message = 'The application is not submitted yet, so there is no record of it.';
    throw new Problem('rule-broken', 'candidacies.not-submitted', message);
  }
  const files = await listFiles(scope, candidacyId);
  // Nobody's paper says more of a statement than the candidate may read.
  const reader = { isCandidate: false, mayReadAccommodation: false, mayReadStatements: false, names: new Map() };
  const statements = viewOfStatements(candidacy, await listStatementRequests(scope, candidacyId), reader);
  const document = applicationDocument(
    {
      number,
      program,
      facts,
      standing,
      candidate: await getPerson(scope.trx, personId),
      organizationName: scope.organization.name,
      demonstration: scope.organization.kind !== 'live',
      fileNames: new Map(files.map(({ id, name }) => [id, name])),
      statements,
      mayReadAccommodation: parties.has('owner') || parties.has('program-manager') || parties.has('auditor'),
    },
    submitted.at,
  );
  const bytes = await pdf.render('application', document);
  return new File([new Uint8Array(bytes)], `Application ${number}.pdf`, { type: 'application/pdf' });
};
