import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { publishEdition } from './commands.ts';
import { programsContract } from './contract.ts';
import { findProgram, getProgram, listEditions, listPrograms } from './queries.ts';

export const programsRoutes = ({ plumbing }: Platform) =>
  bind(plumbing, 'programs', programsContract, {
    listPrograms: (_input, call) => listPrograms(call.trx),
    getProgram: async ({ programId, edition }, call) => {
      const { trx, organization } = scopeOf(call);
      return getProgram(trx, organization, programId, edition);
    },
    findProgram: ({ programId }, call) => findProgram(call.trx, programId),
    publishEdition: async ({ yaml }, call) => {
      const published = await publishEdition(scopeOf(call), yaml, viewerOf(call).personId);
      call.note(published);
      return published;
    },
    listEditions: async ({ programId }, call) => {
      const { trx, organization } = scopeOf(call);
      return listEditions(trx, organization.id, programId);
    },
  });
