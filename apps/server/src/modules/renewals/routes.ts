import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { renewalsContract } from './contract.ts';
import { listRenewalDraws } from './draws.ts';
import { judgeEducation, logEducation } from './education.ts';
import { approveRenewal, submitRenewal } from './renew.ts';
import { chooseRenewalRoute } from './route.ts';

const done = { ok: true } as const;

export const renewalsRoutes = ({ plumbing, config }: Platform) =>
  bind(plumbing, 'renewals', renewalsContract, {
    chooseRenewalRoute: async ({ candidacyId, route }, call) => {
      const { cycle } = await chooseRenewalRoute(scopeOf(call), viewerOf(call).personId, candidacyId, route);
      call.note({ cycle, route });
      return done;
    },
    logEducation: async (input, call) => {
      const logged = await logEducation(scopeOf(call), viewerOf(call).personId, input);
      call.note({ entryId: logged.entryId, hours: input.hours, category: input.category, files: input.fileIds.length });
      call.notePersonal({ title: input.title, provider: input.provider, completedOn: input.completedOn });
      return logged;
    },
    judgeEducation: async (input, call) => {
      await judgeEducation(scopeOf(call), viewerOf(call).personId, input);
      call.note({ entryId: input.entryId, verdict: input.verdict });
      call.notePersonal({ reason: input.reason });
      return done;
    },
    submitRenewal: async ({ candidacyId, signedName }, call) => {
      call.notePersonal({ signedName });
      const { personId } = viewerOf(call);
      const { cycle, draw } = await submitRenewal(scopeOf(call), { candidacyId, signedName, personId });
      call.note({ cycle, ...draw });
      return { ok: true, ...(draw === undefined ? {} : { audited: draw.audited }) };
    },
    approveRenewal: async ({ candidacyId, reason }, call) => {
      const approval = { candidacyId, reason, byPersonId: viewerOf(call).personId };
      const { credentialId, number, cycle } = await approveRenewal(scopeOf(call), config, approval);
      call.note({ credentialId, number, cycle });
      call.notePersonal({ reason });
      return done;
    },
    listRenewalDraws: ({ page }, call) => listRenewalDraws(scopeOf(call), page),
  });
