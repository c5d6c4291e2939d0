import { type Handlers, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { declineStatement, getStatementRequest, giveStatement } from './commands/answer-statement.ts';
import { requestStatement, withdrawStatement } from './commands/ask-for-statement.ts';
import { remindStatement } from './commands/remind-statements.ts';
import type { statementsContract } from './contract/statements.ts';
import { createLinkGuard } from './rules/link-guard.ts';
import { withoutOpinions } from './rules/without-opinions.ts';
import { atLink } from './statement-links.ts';

/** Asking for statements, and giving them behind a link. */
export const statementRoutes = ({ config, clock }: Platform): Handlers<typeof statementsContract> => {
  const guard = createLinkGuard();
  return {
    requestStatement: async ({ candidacyId, ...asked }, call) => {
      const { PUBLIC_URL } = config;
      const { requestId, standing } = await requestStatement(
        scopeOf(call),
        PUBLIC_URL,
        viewerOf(call),
        candidacyId,
        asked,
      );
      call.note({ requirement: asked.requirement, requestId });
      call.notePersonal({ name: asked.name, email: asked.email });
      return { requestId, standing: withoutOpinions(standing) };
    },
    withdrawStatement: async ({ candidacyId, requestId }, call) => {
      call.note({ requestId });
      return { standing: withoutOpinions(await withdrawStatement(scopeOf(call), candidacyId, requestId)) };
    },
    remindStatement: ({ candidacyId, requestId }, call) => {
      call.note({ requestId });
      return remindStatement(scopeOf(call), config.PUBLIC_URL, viewerOf(call), candidacyId, requestId);
    },
    getStatementRequest: ({ token }, call) =>
      atLink(call, clock, guard, token, (at) => getStatementRequest(at, call.viewer)),
    giveStatement: async ({ token, ...statement }, call) => {
      await atLink(call, clock, guard, token, async (at) => {
        await giveStatement(at, call.viewer, statement);
        call.note({ requestId: at.requestId });
      });
      return { ok: true };
    },
    declineStatement: async ({ token }, call) => {
      await atLink(call, clock, guard, token, async (at) => {
        await declineStatement(at, call.viewer);
        call.note({ requestId: at.requestId });
      });
      return { ok: true };
    },
  };
};
