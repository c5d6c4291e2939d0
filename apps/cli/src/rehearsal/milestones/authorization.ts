import { findAssessment, isSession, type Standing } from '@testamur/program';
import { keepPdf } from '../keepsakes.ts';
import { pdfText } from '../pdf-text.ts';
import { actionsOf } from '../standings.ts';
import { expectThat, present } from '../unmet.ts';
import type { Milestone } from './milestone.ts';

/** The exams and sessions that there is a letter for now. */
const authorized = (standing: Standing): readonly string[] =>
  [...actionsOf(standing, 'take-exam'), ...actionsOf(standing, 'attend-session')].flatMap(
    ({ subject }) => subject ?? [],
  );

export const authorization: Milestone = {
  isReached: (standing) => authorized(standing).length > 0,
  celebrate: ({ journal, candidate, candidacyId, program, keepsakes, findings }, standing) =>
    journal.step('candidate', 'Download the authorization letter', async (note) => {
      const assessmentId = present(authorized(standing)[0], 'an assessment to take');
      const assessment = present(findAssessment(program, assessmentId), `"${assessmentId}" in the program`);
      const isTimed = assessment.kind === 'exam' || isSession(assessment);
      expectThat(isTimed, `"${assessmentId}" to be an exam or a session`, assessment.kind);
      const asked = { candidacyId, assessmentId };
      const letter = await candidate.api.scheduling.getAuthorization(asked);
      const { minutes, timeMultiplier, number, until, places } = letter;
      const granted = assessment.timeLimitMinutes * standing.timeMultiplier;
      // The letter names the standard time and what it is multiplied by.
      const written = minutes * timeMultiplier;
      expectThat(written === granted, `${granted} minutes, accommodation included`, `${written}`);
      for (const { title } of assessment.delivery?.modes ?? []) {
        const isNamed = places.some((place) => place.includes(title));
        expectThat(isNamed, `"${title}" among the places`, places);
      }
      note(`${number}: ${minutes} minutes × ${timeMultiplier}, until ${until.slice(0, 10)}. ${places.join(' ')}`);
      const pdf = await candidate.api.scheduling.getAuthorizationPdf(asked);
      note(await keepPdf(keepsakes, 'authorization.pdf', pdf));
      const text = pdfText(Buffer.from(await pdf.arrayBuffer()));
      expectThat(text.includes(number), `${number} on the letter`, text.slice(0, 300));
      findings.add({ kind: 'letter', assessment: assessmentId, number, places, text });
      journal.pass('Authorized to test');
    }),
};
