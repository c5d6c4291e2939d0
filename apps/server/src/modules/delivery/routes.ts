import { Problem } from '../../kernel/index.ts';
import { bind, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Answers } from './answers/answers.ts';
import { listAttempts } from './attempt-list.ts';
import { beginAttempt } from './begin.ts';
import { deliveryContract } from './contract.ts';
import { getCourse, recordModule } from './course/course.ts';
import { getLobby } from './lobby.ts';
import { cancelAttempt, clockOf, openAttempt } from './open.ts';
import { addPiece, removePiece, submitPortfolio, updatePiece } from './portfolio/commands.ts';
import { getPortfolio } from './portfolio/view.ts';
import type { Presence } from './presence.ts';
import { getAttempt } from './store.ts';
import { submitAttempt } from './submit.ts';

export const deliveryRoutes = ({ plumbing, config }: Platform, answers: Answers, presence: Presence) =>
  bind(plumbing, 'delivery', deliveryContract, {
    getLobby: ({ candidacyId, assessmentId }, call) => getLobby(scopeOf(call), candidacyId, assessmentId),
    beginAttempt: async ({ candidacyId, assessmentId }, call) => {
      const { attemptId, created } = await beginAttempt(scopeOf(call), candidacyId, assessmentId);
      call.note({ attemptId, created });
      return { attemptId };
    },
    openAttempt: async ({ attemptId, deviceId }, call) => {
      const scope = scopeOf(call);
      const opened = await openAttempt(scope, { attemptId, deviceId, candidateName: viewerOf(call).name });
      presence.touch(attemptId, scope.now);
      call.note({ deviceId, nextSeq: opened.nextSeq });
      return opened;
    },
    // Over HTTP, the plain route of the hot path answers this operation.
    saveResponses: async (input, call) => {
      const saved = await answers.save(viewerOf(call).personId, input);
      if (saved) return saved;
      throw new Problem('not-found', 'platform.not-found', 'There is no such attempt.');
    },
    getClock: async ({ attemptId }, call) => {
      const scope = scopeOf(call);
      presence.touch(attemptId, scope.now);
      return clockOf(await getAttempt(scope, attemptId), scope.now);
    },
    submitAttempt: async (input, call) => {
      const seal = await submitAttempt(scopeOf(call), input);
      call.note({ status: seal.status, answered: seal.answered, lastSeq: input.lastSeq });
      return seal;
    },
    listAttempts: ({ page }, call) => listAttempts(scopeOf(call), page, presence),
    cancelAttempt: async ({ attemptId, reason }, call) => {
      const order = { attemptId, byPersonId: viewerOf(call).personId, publicUrl: config.PUBLIC_URL };
      const { assessmentId, attempt } = await cancelAttempt(scopeOf(call), order);
      call.note({ assessmentId, attempt });
      call.notePersonal({ reason });
      return { ok: true as const };
    },
    getPortfolio: ({ candidacyId, assessmentId }, call) => getPortfolio(scopeOf(call), candidacyId, assessmentId),
    addPiece: async (input, call) => {
      const piece = await addPiece(scopeOf(call), input);
      call.note({ pieceId: piece.id, fileId: piece.file.id });
      return piece;
    },
    updatePiece: ({ pieceId, ...content }, call) => updatePiece(scopeOf(call), pieceId, content),
    removePiece: async ({ pieceId }, call) => {
      await removePiece(scopeOf(call), pieceId);
      return { ok: true as const };
    },
    submitPortfolio: async ({ candidacyId, assessmentId }, call) => {
      call.note(await submitPortfolio(scopeOf(call), candidacyId, assessmentId));
      return { ok: true as const };
    },
    getCourse: ({ candidacyId, assessmentId }, call) => getCourse(scopeOf(call), candidacyId, assessmentId),
    recordModule: async (input, call) => {
      const { assessmentId, module } = input;
      const isExaminer = call.parties.has('examiner');
      const by = { byPersonId: viewerOf(call).personId, isExaminer };
      const course = await recordModule(scopeOf(call), { ...input, ...by });
      call.note({ assessmentId, module, attempt: course.attempt });
      return course;
    },
  });
