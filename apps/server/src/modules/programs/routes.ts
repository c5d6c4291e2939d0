import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkProgram } from './check.ts';
import { programsContract } from './contract.ts';
import type { ProgramsDeps } from './deps.ts';
import { getDraft, saveDraft } from './drafts.ts';
import { getHandbookPdf } from './handbook/get.ts';
import { previewEdition } from './preview.ts';
import { getPreviewPage } from './preview-store.ts';
import { findProgram, getProgram, listEditions, listPrograms } from './queries.ts';
import { sha256OfFile } from './trace.ts';
import { publishWithTransition } from './transition.ts';

export const programsRoutes = (platform: Platform, deps: ProgramsDeps) =>
  bind(platform.plumbing, 'programs', programsContract, {
    listPrograms: ({ organization }, call) => listPrograms(call, organization),
    getProgram: async ({ programId, edition }, call) => {
      const { trx, organization } = scopeOf(call);
      return getProgram(trx, organization, programId, edition);
    },
    findProgram: ({ programId }, call) => findProgram(call.trx, programId),
    getHandbookPdf: ({ programId, edition }, call) => getHandbookPdf(platform, scopeOf(call), programId, edition),
    listEditions: async ({ programId }, call) => {
      const { trx, organization } = scopeOf(call);
      return listEditions(trx, organization.id, programId);
    },
    checkProgram: ({ yaml, region, track }, call) =>
      checkProgram(scopeOf(call), yaml, {
        ...(region === undefined ? {} : { region }),
        ...(track === undefined ? {} : { track }),
      }),
    getDraft: ({ programId }, call) => getDraft(scopeOf(call), programId),
    saveDraft: async ({ programId, yaml, revision }, call) => {
      const saved = await saveDraft(scopeOf(call), { programId, yaml, revision }, viewerOf(call).personId);
      call.note({ programId, revision: saved.revision });
      return saved;
    },
    previewEdition: async ({ yaml }, call) => {
      const preview = await previewEdition(scopeOf(call), deps, yaml, viewerOf(call).personId);
      const { previewId, programId, edition, total } = preview;
      call.note({ previewId, programId, edition, total });
      return preview;
    },
    getPreview: (input, call) => getPreviewPage(scopeOf(call), deps, input),
    publishEdition: async ({ yaml }, call) => {
      const published = await publishWithTransition(scopeOf(call), deps, yaml, viewerOf(call).personId);
      call.note({ ...published, sha256: sha256OfFile(yaml) });
      return published;
    },
  });
