import { bind, type Call, type Scope, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { assignExaminer, releaseExaminer } from './assign.ts';
import { attemptOf, getTestAuthorization, notAuthorized } from './authorize.ts';
import { schedulingContract } from './contract.ts';
import { listExaminers } from './examiners.ts';
import { listFormNeeds } from './form-needs.ts';
import { findFormWait, waitsForForm } from './form-waits.ts';
import { letterContext } from './mail.ts';
import { findSitting } from './rules/assessments.ts';
import { letterOf } from './rules/letter.ts';
import { placesOf, preparationFor } from './rules/occasion.ts';
import { authorizeAgain, extendWindow } from './windows.ts';

/** The authorization of the attempt that is under way or next. */
const loadAuthorized = async (scope: Scope, candidacyId: string, assessmentId: string) => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const assessment = findSitting(candidacy.program, assessmentId);
  if (!assessment) throw notAuthorized();
  const attempt = attemptOf(candidacy, assessmentId);
  const found = getTestAuthorization(scope, candidacyId, assessmentId, attempt);
  const authorization = await found.catch(async (error: unknown) => {
    throw (await findFormWait(scope, candidacyId, assessmentId)) ? waitsForForm(assessment.title) : error;
  });
  return { candidacy, assessment, authorization };
};

const windowOrder = (
  { candidacyId, assessmentId, until }: { candidacyId: string; assessmentId: string; until: string },
  call: Call,
) => ({ candidacyId, assessmentId, until: new Date(until), byPersonId: viewerOf(call).personId });

const assignment = (
  { candidacyId, assessmentId, personId }: { candidacyId: string; assessmentId: string; personId: string },
  call: Call,
) => ({ candidacyId, assessmentId, examinerId: personId, byPersonId: viewerOf(call).personId });

export const schedulingRoutes = ({ plumbing, pdf, config }: Platform) =>
  bind(plumbing, 'scheduling', schedulingContract, {
    getAuthorization: async ({ candidacyId, assessmentId }, call) => {
      const { candidacy, assessment, authorization } = await loadAuthorized(scopeOf(call), candidacyId, assessmentId);
      const { number, attempt, minutes, timeMultiplier, from, until } = authorization;
      return {
        ...{ number, assessmentId, attempt, minutes, timeMultiplier },
        from: from.toISOString(),
        until: until.toISOString(),
        places: [...placesOf(assessment, candidacy.program.organization.name)],
        prepare: [...preparationFor(assessment)],
      };
    },
    getAuthorizationPdf: async ({ candidacyId, assessmentId }, call) => {
      const scope = scopeOf(call);
      const authorized = await loadAuthorized(scope, candidacyId, assessmentId);
      const context = await letterContext(scope, config.PUBLIC_URL, authorized);
      const bytes = await pdf.render('authorization', letterOf(context));
      const name = `authorization-${authorized.authorization.number}.pdf`;
      return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
    },
    extendWindow: async (input, call) => {
      const moved = await extendWindow(scopeOf(call), windowOrder(input, call), config.PUBLIC_URL);
      const until = moved.until.toISOString();
      call.note({ assessmentId: input.assessmentId, attempt: moved.attempt, until });
      call.notePersonal({ reason: input.reason });
      return { until };
    },
    authorizeAgain: async (input, call) => {
      const { number, attempt, until } = await authorizeAgain(
        scopeOf(call),
        windowOrder(input, call),
        config.PUBLIC_URL,
      );
      call.note({ assessmentId: input.assessmentId, attempt, number, until: until.toISOString() });
      call.notePersonal({ reason: input.reason });
      return { number, attempt, until: until.toISOString() };
    },
    listFormNeeds: async ({ programId }, call) => ({ exams: await listFormNeeds(scopeOf(call), programId) }),
    listExaminers: ({ candidacyId, assessmentId }, call) => listExaminers(scopeOf(call), candidacyId, assessmentId),
    assignExaminer: async (input, call) => {
      const { assessmentId, personId } = input;
      const { assignmentId, attempt } = await assignExaminer(scopeOf(call), assignment(input, call));
      call.note({ assessmentId, attempt, assignmentId, examinerId: personId });
      return { assignmentId };
    },
    releaseExaminer: async (input, call) => {
      const { assessmentId, personId, reason } = input;
      const { attempt } = await releaseExaminer(scopeOf(call), assignment(input, call));
      call.note({ assessmentId, attempt, examinerId: personId });
      call.notePersonal({ reason });
      return { ok: true } as const;
    },
  });
