import { useDocument } from '../../document/document-context.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { Facts } from '../../parts/facts.tsx';
import { formatDuration } from '../../parts/format-time.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { inSentence } from '../../text/in-sentence.ts';
import { useSay } from '../../text/use-say.ts';
import { useText } from '../../text/use-text.ts';
import { candidacyPath } from '../application/candidacy.ts';
import { periodInWords } from '../public-programs/period.ts';
import type { Route } from './+types/session-page';
import { loadSession, type SessionData } from './load-session.ts';
import { messages } from './messages.ts';
import { SessionParts } from './session-parts.tsx';

export const loader = load(({ params }: Route.LoaderArgs, { api, request }) =>
  loadSession(api, params.candidacyId, params.assessmentId, request.id),
);

/** A session before it is held: when, where, who, what to bring, and what is rated. */
export default function SessionPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { candidacy, session, authorization } = loaderData;
  return (
    <Page
      title={session.title}
      lead={session.description}
      back={<BackLink to={candidacyPath(candidacy.id)}>{t('toStanding')}</BackLink>}
    >
      <State {...loaderData} />
      <SessionFacts {...loaderData} />
      {authorization && authorization.prepare.length > 0 && (
        <>
          <h2>{t('bring')}</h2>
          <ul>
            {authorization.prepare.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </>
      )}
      <SessionParts session={session} />
    </Page>
  );
}

const State = ({ candidacy, session, found, authorization, heldBy }: SessionData) => {
  const t = useText(messages);
  const say = useSay();
  const { locale } = useDocument();
  const line = candidacy.standing.steps
    .flatMap((step) => step.lines)
    .find((one) => one.kind === 'assessment' && one.id === session.id);
  if (found.result !== undefined && found.state !== 'open') {
    return (
      <>
        <p>{t('state.result')}</p>
        <ButtonRow>
          <LinkButton to={candidacyPath(candidacy.id, '/results')}>{t('toResults')}</LinkButton>
        </ButtonRow>
      </>
    );
  }
  if (heldBy !== undefined) return <p>{t('waitsForForm', { reason: heldBy })}</p>;
  if (found.state === 'waiting-for-result') {
    return (
      <p>
        <Status of="candidacy" is="waiting-for-results" /> {t('state.waiting-for-result')}
      </p>
    );
  }
  if (authorization === undefined) {
    const reason = line?.unlocks === undefined ? '' : inSentence(say(line.unlocks), locale);
    return reason === '' ? null : <p>{t('state.locked', { reason })}</p>;
  }
  return (
    <>
      <p>{t('state.open')}</p>
      <p>
        <a href={candidacyPath(candidacy.id, `/authorization/${session.id}/letter.pdf`)}>{t('letter')}</a>
      </p>
    </>
  );
};

const SessionFacts = ({ candidacy, program, session, found, authorization }: SessionData) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { standing } = candidacy;
  const multiplier = authorization?.timeMultiplier ?? standing.timeMultiplier;
  const time = formatDuration(authorization?.minutes ?? session.timeLimitMinutes * multiplier, locale);
  const { window } = found;
  const places = session.delivery?.modes ?? [];
  return (
    <Facts
      facts={[
        {
          label: t('when'),
          value: (
            <>
              {window
                ? t.rich('window', {
                    from: <Time key="from" at={window.from} zone="UTC" show="day" />,
                    until: <Time key="until" at={window.until} zone="UTC" show="day" now={standing.at} />,
                  })
                : t('noWindow', { period: periodInWords(program.authorization.window, locale) })}
              . {t('agreeDay')}
            </>
          ),
        },
        {
          label: t('where'),
          value:
            places.length === 0
              ? t('asAgreed')
              : places.map(({ mode, title, description }) => (
                  <div key={mode}>
                    <strong>{title}</strong>. {description}
                  </div>
                )),
        },
        {
          label: t('who'),
          value: session.kind === 'oral' ? t('panel', { examiners: session.panel.examiners }) : t('examiner'),
        },
        { label: t('time'), value: multiplier > 1 ? t('timeWith', { time, multiplier }) : time },
        {
          label: t('attempt'),
          value: t('attemptOf', { attempt: found.attempt, attempts: Math.max(found.attempt, session.retake.attempts) }),
        },
      ]}
    />
  );
};
