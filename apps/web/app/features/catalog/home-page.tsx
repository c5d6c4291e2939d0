import { Button } from '@mantine/core';
import { Form, Link, redirect } from 'react-router';
import { load } from '../../loading/load.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/home-page';
import styles from './catalog.module.css';
import { inOrder } from './choose.ts';
import { catalogPath } from './filters.ts';
import { messages } from './messages.ts';
import { ProgramList } from './program-list.tsx';

/** Without JavaScript the field sends its number here; the address of a credential is its number. */
export const loader = load(async ({ request }: Route.LoaderArgs, { api }) => {
  const number = new URL(request.url).searchParams.get('number')?.trim();
  if (number) throw redirect(`/c/${encodeURIComponent(number)}`);
  return api.programs.listPrograms({});
});

export default function HomePage({ loaderData: { programs } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      display
      title={t('homeTitle')}
      lead={t('homeLead')}
      aside={
        <div className={styles.panels}>
          <Panel title={t('start')}>
            <p>{t('startLead')}</p>
            <LinkButton to="/qualify">{t('qualify')}</LinkButton>
          </Panel>
          <Panel title={t('check')}>
            <Form method="get" action="/?index">
              <p>{t('checkLead')}</p>
              <Field name="number" label={t('checkNumber')} hint={t('checkHint')} autoComplete="off" />
              <Button type="submit" variant="default" mt={12}>
                {t('checkButton')}
              </Button>
            </Form>
            <p style={{ marginBlockStart: 16 }}>
              <Link to="/register">{t('register')}</Link>
            </p>
          </Panel>
        </div>
      }
    >
      <h2>{t('programs')}</h2>
      {programs.length === 0 ? (
        <EmptyState title={t('noPrograms')} />
      ) : (
        <>
          <Form method="get" action="/programs" className={styles.search}>
            <Field name="q" kind="search" label={t('search')} hint={t('searchHint')} />
            <Button type="submit" variant="default">
              {t('searchButton')}
            </Button>
          </Form>
          <ProgramList
            programs={inOrder(programs, 'title')}
            title="h3"
            actOf={({ id, title }) => (
              <Link to={catalogPath({ filters: {}, order: 'title', compared: [id] })}>
                {t('addToComparison')}
                <span className="t-hidden"> {title}</span>
              </Link>
            )}
          />
        </>
      )}
    </Page>
  );
}
