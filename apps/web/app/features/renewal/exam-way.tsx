import { findAssessment } from '@testamur/program';
import { ButtonRow } from '../../parts/button-row.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { useSay } from '../../text/use-say.ts';
import { useText } from '../../text/use-text.ts';
import { actionPath } from '../application/standing/leads-to.ts';
import type { RenewalData } from './load-renewal.ts';
import { messages } from './messages.ts';

const states = {
  locked: 'locked',
  open: 'not-started',
  'under-way': 'in-progress',
  'waiting-for-result': 'unknown',
  passed: 'met',
  failed: 'not-met',
} as const;

/** Renewing by an exam: where it stands, and what the holder does next for it. */
export const ExamWay = ({ candidacy, program, renewal, route }: RenewalData) => {
  const t = useText(messages);
  const say = useSay();
  const { standing } = candidacy;
  const exam = route?.kind === 'assessment' ? findAssessment(program, route.assessment) : undefined;
  const found = standing.assessments.find(({ assessment }) => assessment === exam?.id);
  if (exam === undefined || found === undefined) return null;
  const paysFor = new Set(
    program.fees.flatMap((fee) => (fee.kind === 'assessment' && fee.assessments.includes(exam.id) ? fee.id : [])),
  );
  const acts = standing.next.flatMap((action) => {
    const isOwn = action.subject === exam.id || (action.kind === 'pay-fee' && paysFor.has(action.subject ?? ''));
    const to = isOwn ? actionPath(candidacy.id, action, standing, program) : undefined;
    return to === undefined ? [] : [{ to, words: say(action.title) }];
  });
  return (
    <Panel title={exam.title}>
      <p>{exam.description}</p>
      <p>
        <Status of="requirement" is={states[found.state]} />
      </p>
      {found.state !== 'passed' && (
        <p>
          {t.rich('examBy', { date: <Time key="due" at={renewal.dueAt} zone="UTC" show="day" now={standing.at} /> })}
        </p>
      )}
      {acts.length > 0 && (
        <ButtonRow>
          {acts.map(({ to, words }, at) => (
            <LinkButton key={to} to={to} weight={at === 0 ? 'main' : 'other'}>
              {words}
            </LinkButton>
          ))}
        </ButtonRow>
      )}
    </Panel>
  );
};
