import type { Claim } from '@testamur/program';
import type { z } from 'zod';
import type { Call, Scope } from '../../../platform/http/index.ts';
import { getPerson, listPeople } from '../../identity/index.ts';
import { findAnswers } from '../answers.ts';
import type { claim as claimSchema } from '../contract/claims.ts';
import { listFiles } from '../files.ts';
import { findReviewed } from '../rules/claims.ts';
import { accommodationSection, membershipSection } from '../rules/drafts.ts';
import { historyFor, type Reader } from '../rules/history.ts';
import { findAccommodation, findMembership } from '../rules/membership.ts';
import { withoutOpinions } from '../rules/without-opinions.ts';
import { listStatementRequests, type StatementRequest } from '../statements.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';
import { viewOfStatements } from './statements.ts';
import { summaryOf } from './summary.ts';

const readerOf = async (
  { trx }: Scope,
  { parties }: Pick<Call, 'parties'>,
  { facts }: Candidacy,
  requests: readonly StatementRequest[],
): Promise<Reader> => {
  const isCandidate = parties.has('owner');
  const mayReadAccommodation = isCandidate || parties.has('program-manager') || parties.has('auditor');
  const mayReadStatements = !isCandidate && (parties.has('reviewer') || parties.has('auditor'));
  const asked = requests.map((request) => [request.id, request.name] as const);
  const may = { isCandidate, mayReadAccommodation, mayReadStatements };
  if (isCandidate) return { ...may, names: new Map(asked) };
  const people = await listPeople(
    trx,
    facts.flatMap((fact) => fact.by.id ?? []),
  );
  const named = [...people].map(([id, { name }]) => [id, name] as const);
  return { ...may, names: new Map([...asked, ...named]) };
};

const draftsOf = ({ drafts }: Candidacy) => {
  const sections = drafts.flatMap(({ section, content, savedAt }) =>
    content.kind === 'membership' || content.kind === 'accommodation'
      ? []
      : [[section, { claim: asInput(content), savedAt: savedAt.toISOString() }] as const],
  );
  return Object.fromEntries(sections);
};

const claimsOf = ({ program, facts }: Candidacy) => {
  const sections = program.requirements.flatMap(({ id }) => {
    const declared = findReviewed(facts, id)?.declared;
    return declared ? [[id, { claim: asInput(declared.data.claim), declaredAt: declared.at }] as const] : [];
  });
  return Object.fromEntries(sections);
};

/** The ledger is read-only; the contract's types are not. */
const asInput = (claim: Claim): z.input<typeof claimSchema> => structuredClone(claim) as z.input<typeof claimSchema>;

const membershipOf = ({ program, facts, drafts }: Candidacy) => {
  const draft = drafts.find(({ section }) => section === membershipSection)?.content;
  if (draft?.kind === 'membership') {
    const { payerClass, memberNumber } = draft;
    return { membership: { payerClass, memberNumber, state: 'waiting' as const } };
  }
  const found = findMembership(program, facts);
  if (!found) return {};
  const { payerClass, memberNumber, state } = found;
  return { membership: { payerClass, memberNumber, state } };
};

const accommodationOf = ({ facts, drafts }: Candidacy, reader: Reader) => {
  if (!reader.mayReadAccommodation) return {};
  const draft = drafts.find(({ section }) => section === accommodationSection)?.content;
  if (draft?.kind === 'accommodation') {
    const state = 'waiting' as const;
    return { accommodation: { request: draft.request, state, timeMultiplier: 1, reason: '' } };
  }
  const found = findAccommodation(facts);
  if (!found) return {};
  const { request, state, timeMultiplier, reason } = found;
  return { accommodation: { request, state, timeMultiplier, reason } };
};

/** One candidacy as its reader may see it: what is saved and not yet submitted is for the candidate alone. */
export const getCandidacyDetail = async (scope: Scope, call: Pick<Call, 'parties'>, candidacyId: string) => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const { personId, name, email } = await getPerson(scope.trx, candidacy.personId);
  const requests = await listStatementRequests(scope, candidacyId);
  const reader = await readerOf(scope, call, candidacy, requests);
  const seen: Candidacy = {
    ...candidacy,
    drafts: reader.isCandidate ? candidacy.drafts : [],
    standing: reader.mayReadStatements ? candidacy.standing : withoutOpinions(candidacy.standing),
  };
  const files = await listFiles(scope, candidacyId);
  const answers = reader.isCandidate ? await findAnswers(scope, candidacyId) : undefined;
  return {
    ...summaryOf(scope.organization, seen),
    candidate: { personId, name, email },
    draft: draftsOf(seen),
    claims: claimsOf(seen),
    ...membershipOf(seen),
    ...accommodationOf(seen, reader),
    ...(answers === undefined ? {} : { answers }),
    statements: viewOfStatements(candidacy, requests, reader),
    files: files.map(viewOfFile),
    history: historyFor(candidacy.program, candidacy.facts, reader),
  };
};

export const viewOfFile = (file: Awaited<ReturnType<typeof listFiles>>[number]) => ({
  id: file.id,
  name: file.name,
  type: file.type,
  bytes: file.bytes,
  uploadedAt: file.uploadedAt.toISOString(),
});
