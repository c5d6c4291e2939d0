import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { assignExaminer, listExaminers } from './assign.ts';
import { attemptOf, examOf, extendWindow, getTestAuthorization, letterContext, notAuthorized } from './authorize.ts';
import { schedulingContract } from './contract.ts';
import { letterOf } from './rules/letter.ts';

export const schedulingRoutes = ({ plumbing, pdf, config }: Platform) =>
  bind(plumbing, 'scheduling', schedulingContract, {
    getAuthorization: async ({ candidacyId, assessmentId }, call) => {
      const scope = scopeOf(call);
      const candidacy = await loadCandidacy(scope, candidacyId);
      const attempt = attemptOf(candidacy, assessmentId);
      const found = await getTestAuthorization(scope, candidacyId, assessmentId, attempt);
      const { number, minutes, timeMultiplier, from, until } = found;
      const window = { from: from.toISOString(), until: until.toISOString() };
      return { number, assessmentId, attempt, ...window, minutes, timeMultiplier };
    },
    getAuthorizationPdf: async ({ candidacyId, assessmentId }, call) => {
      const scope = scopeOf(call);
      const candidacy = await loadCandidacy(scope, candidacyId);
      const exam = examOf(candidacy, assessmentId);
      if (!exam) throw notAuthorized();
      const attempt = attemptOf(candidacy, assessmentId);
      const found = await getTestAuthorization(scope, candidacyId, assessmentId, attempt);
      const context = await letterContext(scope, config.PUBLIC_URL, candidacy, exam, found);
      const bytes = await pdf.render('authorization', letterOf(context));
      return new File([new Uint8Array(bytes)], `authorization-${found.number}.pdf`, { type: 'application/pdf' });
    },
    extendWindow: async ({ candidacyId, assessmentId, until, reason }, call) => {
      const order = { candidacyId, assessmentId, until: new Date(until), byPersonId: viewerOf(call).personId };
      const moved = await extendWindow(scopeOf(call), order, config.PUBLIC_URL);
      call.note({ assessmentId, attempt: moved.attempt, until: moved.until.toISOString() });
      call.notePersonal({ reason });
      return { until: moved.until.toISOString() };
    },
    listExaminers: async ({ candidacyId, assessmentId }, call) => ({
      examiners: await listExaminers(scopeOf(call), candidacyId, assessmentId),
    }),
    assignExaminer: async ({ candidacyId, assessmentId, personId }, call) => {
      const order = { candidacyId, assessmentId, examinerId: personId, byPersonId: viewerOf(call).personId };
      const { assignmentId, attempt } = await assignExaminer(scopeOf(call), order);
      call.note({ assessmentId, attempt, assignmentId, examinerId: personId });
      return { assignmentId };
    },
  });
