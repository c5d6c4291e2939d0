import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { renewalsContract } from './contract.ts';
import { judgeEducation, logEducation } from './education.ts';
import { approveRenewal, submitRenewal } from './renew.ts';

const done = { ok: true } as const;

export const renewalsRoutes = ({ plumbing, config }: Platform) =>
  bind(plumbing, 'renewals', renewalsContract, {
    logEducation: async (input, call) => {
      const logged = await logEducation(scopeOf(call), viewerOf(call).personId, input);
      call.note({ entryId: logged.entryId, hours: input.hours, files: input.fileIds.length });
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
      await submitRenewal(scopeOf(call), { candidacyId, signedName, personId: viewerOf(call).personId });
      return done;
    },
    approveRenewal: async ({ candidacyId, reason }, call) => {
      const approval = { candidacyId, reason, byPersonId: viewerOf(call).personId };
      const { credentialId, number, cycle } = await approveRenewal(scopeOf(call), config, approval);
      call.note({ credentialId, number, cycle });
      call.notePersonal({ reason });
      return done;
    },
  });
