import { Button } from '@mantine/core';
import { Form, Link, redirect } from 'react-router';
import { load } from '../../loading/load.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/home-page';
import { messages } from './messages.ts';
import { ProgramList } from './program-list.tsx';

/** Without JavaScript the field sends its number here; the address of a credential is its number. */
export const loader = load(async ({ request }: Route.LoaderArgs, { api }) => {
  const number = new URL(request.url).searchParams.get('number')?.trim();
  if (number) throw redirect(`/c/${encodeURIComponent(number)}`);
  return api.programs.listPrograms({});
});

export default function HomePage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      display
      title={t('homeTitle')}
      lead={t('homeLead')}
      aside={
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
      }
    >
      <h2>{t('programs')}</h2>
      <ProgramList programs={loaderData.programs} title="h3" />
    </Page>
  );
}
