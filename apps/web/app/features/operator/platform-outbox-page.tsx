import { load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Note } from '../../staff/note.tsx';
import { pageNumber, searchText } from '../../staff/page-number.ts';
import { SearchForm } from '../../staff/search-form.tsx';
import { useText } from '../../text/use-text.ts';
import { LetterTable } from '../staff-outbox/letter-table.tsx';
import type { Route } from './+types/platform-outbox-page';
import { messages } from './messages.ts';

export const loader = load(async ({ url }: Route.LoaderArgs, { api }) => {
  const to = searchText(url, 'to');
  try {
    const asked = { page: pageNumber(url), ...(to === '' ? {} : { to }) };
    return { to, list: await api.notifications.listPlatformOutbox(asked) };
  } catch (error) {
    if (apiProblemOf(error)?.code !== 'notifications.outbox-closed') throw error;
    return { to, list: undefined };
  }
});

export default function PlatformOutboxPage({ loaderData: { to, list } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('outboxTitle')}
      {...(list ? { lead: t('outboxLead') } : {})}
      back={<BackLink to="/operator">{t('back')}</BackLink>}
    >
      {list ? (
        <>
          <SearchForm>
            <Field name="to" kind="search" label={t('to')} width="medium" defaultValue={to} autoComplete="off" />
          </SearchForm>
          <LetterTable letters={list.messages} to={to} />
          {list.total > 0 && <Pager page={list.page} pageSize={list.pageSize} total={list.total} />}
        </>
      ) : (
        <Note title={t('closed')}>
          <p>{t('closedDetail')}</p>
        </Note>
      )}
    </Page>
  );
}
