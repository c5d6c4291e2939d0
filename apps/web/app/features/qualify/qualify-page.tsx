import { Button } from '@mantine/core';
import { Form } from 'react-router';
import type { FormProblem } from '../../forms/form-problem.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { CheckList, RadioList } from '../../parts/radio-list.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/qualify-page';
import { type Answers, askedParam, programsParam, qualifyPath, readAnswers, without } from './answers.ts';
import { type Interview, reasonsOf } from './interview.ts';
import { messages } from './messages.ts';
import styles from './qualify.module.css';
import { ResultList } from './result-list.tsx';
import { SaidAnswers } from './said-answers.tsx';

export const loader = load(async ({ request }: Route.LoaderArgs, { api }) => {
  const { searchParams } = new URL(request.url);
  const answers = readAnswers(searchParams);
  const programs = [...new Set(searchParams.getAll(programsParam).filter(Boolean))].slice(0, 30);
  const language = intlLocaleOf(localeOf(request));
  const interview = await api.guide.readInterview({
    answers,
    language,
    ...(programs.length === 0 ? {} : { programs }),
  });
  // The form came without an answer to what it asked.
  const isEmpty = interview.next !== undefined && searchParams.get(askedParam) === interview.next.key;
  const t = textIn(localeOf(request), messages);
  const problem: FormProblem | undefined = isEmpty
    ? {
        errors: [
          {
            name: interview.next?.key ?? '',
            message: t(interview.next?.choose === 'several' ? 'chooseSeveral' : 'chooseOne'),
          },
        ],
        values: {},
      }
    : undefined;
  return { interview, answers, programs, problem };
});

interface AskingProps {
  next: NonNullable<Interview['next']>;
  interview: Interview;
  answers: Answers;
  programs: readonly string[];
}

/** One inquiry; everything that was said before goes along in the address. */
const Asking = ({ next, interview, answers, programs }: AskingProps) => {
  const t = useText(messages);
  const reasons = reasonsOf(interview);
  const choice = {
    name: next.key,
    legend: t('yourAnswer'),
    options: next.options,
    ...(next.hint ? { hint: next.hint } : {}),
  };
  return (
    <Form method="get" action="/qualify" key={next.key} className={styles.form}>
      {programs.map((id) => (
        <input key={id} type="hidden" name={programsParam} value={id} />
      ))}
      {Object.entries(answers).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <input type="hidden" name={askedParam} value={next.key} />
      {next.choose === 'several' ? <CheckList {...choice} /> : <RadioList {...choice} />}
      {reasons.length > 0 && (
        <Disclosure label={t('whyWeAsk')}>
          <p>{t('whyLead')}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <ButtonRow>
        <Button type="submit">{t('goOn')}</Button>
      </ButtonRow>
    </Form>
  );
};

export default function QualifyPage({ loaderData: { interview, answers, programs, problem } }: Route.ComponentProps) {
  const t = useText(messages);
  const { next, answered, possible } = interview;
  const last = answered.at(-1);
  const all = interview.programs.length;
  if (all === 0) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('noPrograms')} />
      </Page>
    );
  }
  const qualified = interview.programs.filter(({ state }) => state === 'qualified').length;
  return (
    <Page
      title={next?.prompt ?? t('done')}
      lead={next ? undefined : t('doneLead', { qualified })}
      back={
        last ? (
          <BackLink to={qualifyPath(without(answers, last.key), programs)}>{t('back')}</BackLink>
        ) : (
          <BackLink to="/programs">{t('programs')}</BackLink>
        )
      }
      problem={problem}
    >
      {all > 1 && (
        <p className={styles.count} role="status">
          {t('possible', { possible, all })}
        </p>
      )}
      <div className={styles.columns} data-asking={next !== undefined}>
        <div>
          {next && <Asking next={next} interview={interview} answers={answers} programs={programs} />}
          <SaidAnswers interview={interview} answers={answers} programs={programs} />
        </div>
        <ResultList interview={interview} answers={answers} />
      </div>
    </Page>
  );
}
