import { load } from '../../loading/load.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ExportLink } from '../../staff/export-link.tsx';
import { pageNumber, searchText } from '../../staff/page-number.ts';
import { staffPlace } from '../../staff/place.ts';
import { SearchForm } from '../../staff/search-form.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/outbox-page';
import { MessageList } from './message-list.tsx';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const to = searchText(args.url, 'to');
  const page = pageNumber(args.url);
  const found = await inside.api.notifications.listOutbox({ organization, page, ...(to === '' ? {} : { to }) });
  return { ...found, to, base };
});

export default function OutboxPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { messages: list, total, page, pageSize, to, base } = loaderData;
  return (
    <Page title={t('title')} lead={t('lead')} acts={<ExportLink href={`${base}/outbox/export.csv`} count={total} />}>
      {list.some(({ state }) => state === 'kept') && <p>{t('kept')}</p>}
      <SearchForm>
        <Field name="to" kind="search" label={t('find')} width="medium" defaultValue={to} autoComplete="off" />
      </SearchForm>
      <MessageList list={list} empty={to === '' ? t('nothing') : t('nothingTo', { to })} />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
