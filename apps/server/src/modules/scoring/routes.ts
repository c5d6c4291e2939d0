import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { scoringContract } from './contract.ts';
import { listRatings } from './queries/list-ratings.ts';
import { listResults } from './queries/list-results.ts';
import { getRatingView } from './queries/rating-view.ts';
import { saveRating, submitRating } from './ratings.ts';
import { releaseResults } from './release.ts';
import { documentOf } from './report/document.ts';
import { getScoreReport } from './report/report.ts';

export const scoringRoutes = ({ plumbing, pdf }: Platform) =>
  bind(plumbing, 'scoring', scoringContract, {
    listRatings: ({ page }, call) => listRatings(scopeOf(call), viewerOf(call).personId, page),
    getRating: ({ ratingId }, call) => getRatingView(scopeOf(call), ratingId, viewerOf(call).personId),
    saveRating: async ({ ratingId, marks }, call) => {
      const scope = scopeOf(call);
      await saveRating(scope, ratingId, viewerOf(call).personId, marks);
      call.note({ marks: marks.length });
      return { savedAt: scope.now.toISOString() };
    },
    submitRating: async ({ ratingId, marks, heldOn }, call) => {
      const scope = scopeOf(call);
      const submission = { ratingId, examinerId: viewerOf(call).personId, marks, heldOn };
      const { missing } = await submitRating(scope, submission);
      const levels = Object.fromEntries(marks.map(({ criterion, level }) => [criterion, level]));
      call.note({ levels, ...(heldOn === undefined ? {} : { heldOn }), missing });
      return { submittedAt: scope.now.toISOString(), missing };
    },
    listResults: ({ page, waiting }, call) => listResults(scopeOf(call), { page, waiting: waiting === 'true' }),
    releaseResults: async ({ resultIds }, call) => {
      const released = await releaseResults(scopeOf(call), resultIds, viewerOf(call).personId);
      call.note({ resultIds, ...released });
      return released;
    },
    getScoreReport: async ({ candidacyId }, call) => (await getScoreReport(scopeOf(call), candidacyId)).report,
    getScoreReportPdf: async ({ candidacyId }, call) => {
      const scope = scopeOf(call);
      const source = await getScoreReport(scope, candidacyId);
      const data = documentOf(source, scope.organization.kind !== 'live', scope.now);
      const bytes = await pdf.render('score-report', data);
      const name = `score-report-${source.report.number}.pdf`;
      return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
    },
  });
