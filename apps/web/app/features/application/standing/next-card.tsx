import type { NextAction, Program } from '@testamur/program';
import { Link } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { formatMoney } from '../../../parts/format-money.ts';
import { formatInstant } from '../../../parts/format-time.ts';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Money } from '../../../parts/money.tsx';
import { NextStepCard } from '../../../parts/next-step-card.tsx';
import { Time } from '../../../parts/time.tsx';
import { inSentence } from '../../../text/in-sentence.ts';
import { intlLocaleOf } from '../../../text/locales.ts';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { actionPath } from './leads-to.ts';
import { actWords, inWords, mainAction } from './next-words.ts';
import { OverCard } from './over-card.tsx';
import styles from './standing.module.css';

interface NextCardProps {
  candidacy: Candidacy;
  program: Program;
}

/** What comes next, by when, for how much, who has it; and what else can be done meanwhile. */
export const NextCard = ({ candidacy, program }: NextCardProps) => {
  const t = useText(messages);
  const say = useSay();
  const { locale } = useDocument();
  const { standing } = candidacy;
  const main = mainAction(standing);
  if (main === undefined) return <OverCard candidacy={candidacy} program={program} />;

  const lines = standing.steps.flatMap((step) => step.lines);
  const titleOf = ({ kind, subject }: NextAction) => {
    // A bundle of fees has no line of its own.
    const named = lines.find(({ id }) => id === subject) ?? standing.owed.find(({ fee }) => fee === subject);
    if (named === undefined) return '';
    // An exam is named after a colon, as it stands.
    return kind === 'take-exam' || kind === 'continue-exam' ? say(named.title) : inSentence(say(named.title), locale);
  };
  const list = new Intl.ListFormat(intlLocaleOf(locale), { type: 'conjunction' });
  const date = (at: string) => formatInstant(at, { locale, zone: 'UTC', show: 'day' });
  const words = (action: NextAction) => inWords(action, { t, standing, title: titleOf(action), date });
  const amount = main.amount === undefined ? '' : formatMoney(main.amount, locale);
  const to = actionPath(candidacy.id, main, standing, program);
  const label = actWords(main, { t, standing, amount });
  const others = standing.next.filter((action) => action !== main && !isPartOf(action, main));
  const own = others.filter((action) => action.actor === 'candidate');
  // Of one subject the first move is what is waited for; the next follows from it.
  const waiting = others.filter(
    (action) =>
      action.actor !== 'candidate' &&
      ![main, ...others.slice(0, others.indexOf(action))].some((one) => isAboutTheSame(one, action)),
  );
  return (
    <NextStepCard
      title={t('next', { what: words(main) })}
      waitingFor={t(`who.${main.actor}`)}
      yours={main.actor === 'candidate'}
      act={to !== undefined && label !== undefined && <LinkButton to={to}>{label}</LinkButton>}
    >
      <CardDetail candidacy={candidacy} main={main} />
      {own.length > 0 && (
        <>
          <p className={styles.also}>{t('alsoNow')}</p>
          <ul>
            {own.map((action) => {
              const path = actionPath(candidacy.id, action, standing, program);
              const text = say(action.title);
              return <li key={standing.next.indexOf(action)}>{path ? <Link to={path}>{text}</Link> : text}</li>;
            })}
          </ul>
        </>
      )}
      {waiting.length > 0 && (
        <p className={styles.meanwhile}>{t('meanwhile', { what: list.format(new Set(waiting.map(words))) })}</p>
      )}
    </NextStepCard>
  );
};

const isAboutTheSame = (one: NextAction, other: NextAction): boolean =>
  one.subject !== undefined && one.subject === other.subject && one.actor !== 'candidate';

/** Several open sections are one act: the application. */
const isPartOf = (action: NextAction, main: NextAction): boolean =>
  action.kind === main.kind && (action.kind === 'complete-requirement' || action.actor !== 'candidate');

const CardDetail = ({ candidacy: { standing }, main }: { candidacy: Candidacy; main: NextAction }) => {
  const t = useText(messages);
  const say = useSay();
  const asked = standing.next.filter(({ kind }) => kind === 'complete-requirement');
  const lines = standing.steps.flatMap((step) => step.lines);
  const reasons =
    standing.status === 'more-needed' ? lines.filter(({ id }) => asked.some((a) => a.subject === id)) : [];
  return (
    <>
      {main.amount ? (
        <p>
          <Money amount={main.amount} />
          {main.by !== undefined && (
            <> {t.rich('by', { date: <Time key="by" at={main.by} zone="UTC" show="day" now={standing.at} /> })}</>
          )}
        </p>
      ) : (
        <p>{say(main.kind === 'log-education' ? main.title : standing.statusReason)}</p>
      )}
      {reasons.map((line) => (
        <p key={line.id}>
          <strong>{say(line.title)}</strong>: {say(line.why.reason)}
        </p>
      ))}
      {standing.status === 'draft' && asked.length > 0 && <p>{t('sectionsLeft', { left: asked.length })}</p>}
    </>
  );
};
