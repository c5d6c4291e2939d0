import { Link } from 'react-router';
import { presentInstant } from '../../document/present.ts';
import type { FieldError } from '../../forms/form-problem.ts';
import { load } from '../../loading/load.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/plan-page';
import { programsOf, readShared, valuesOf } from './choices.ts';
import { loadPlan } from './load-plan.ts';
import { messages } from './messages.ts';
import styles from './plan.module.css';
import { PlanContent } from './plan-content.tsx';
import { PlanForm } from './plan-form.tsx';

export const loader = load(async ({ request, url }: Route.LoaderArgs, { api }) => {
  const locale = localeOf(request);
  const t = textIn(locale, messages);
  const { programs } = await api.programs.listPrograms({});
  const { choices: shared, errors } = readShared(url.searchParams);
  const order = { api, shared, language: intlLocaleOf(locale) };
  const loaded = [];
  for (const name of programsOf(url.searchParams)) loaded.push(await loadPlan(order, name, url.searchParams));
  // Two names of one program are one.
  const plans = [...new Map(loaded.map((one) => [one.plan.programId, one])).values()];
  const words = {
    start: { incomplete: t('startIncomplete'), impossible: t('startImpossible') },
    years: { incomplete: t('yearsImpossible'), impossible: t('yearsImpossible') },
  };
  const wrong: readonly FieldError[] = [
    ...errors.map(({ name, reason }) => ({ name, message: words[name][reason] })),
    ...plans.flatMap((one) => one.errors),
  ];
  return {
    programs: programs.map(({ id, abbreviation, title }) => ({ id, abbreviation, title })),
    plans: plans.map(({ plan, classes }) => ({ plan, classes })),
    shared: { ...shared, startOn: shared.startOn ?? presentInstant().slice(0, 10) },
    search: url.search,
    ...(wrong.length === 0 ? {} : { problem: { errors: wrong, values: valuesOf(url.searchParams) } }),
  };
});

export default function PlanPage({ loaderData }: Route.ComponentProps) {
  const { programs, plans, shared, search, problem } = loaderData;
  const t = useText(messages);
  const [one, other] = plans.map(({ plan }) => plan);
  const form = <PlanForm programs={programs} plans={plans} shared={shared} />;
  if (one === undefined) {
    return (
      <Page title={t('title')} lead={t('lead')} problem={problem}>
        {programs.length === 0 ? (
          <EmptyState title={t('noPrograms')} />
        ) : (
          <div className={styles.choose}>
            <p>{t('chooseLead')}</p>
            {form}
          </div>
        )}
      </Page>
    );
  }
  const title = other
    ? t('titleTwo', { program: one.abbreviation, other: other.abbreviation })
    : t('titleOne', { program: one.abbreviation });
  return (
    <Page
      title={title}
      lead={
        <>
          {other ? t('leadTwo') : t('leadOne', { organization: one.organizationName })}{' '}
          <a href="#assumptions">{t('changeAssumptions')}</a> · <Link to="/qualify">{t('qualify')}</Link>
        </>
      }
      problem={problem}
      aside={
        <section className={styles.assumptions} aria-labelledby="assumptions">
          <h2 id="assumptions">{t('assumptions')}</h2>
          {form}
        </section>
      }
    >
      <PlanContent plans={plans} search={search} />
    </Page>
  );
}
