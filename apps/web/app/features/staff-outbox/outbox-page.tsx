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
import { LetterTable } from './letter-table.tsx';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const to = searchText(args.url, 'to');
  const [list, { name }] = await Promise.all([
    inside.api.notifications.listOutbox({ organization, page: pageNumber(args.url), ...(to === '' ? {} : { to }) }),
    inside.api.identity.getOrganization({ organization }),
  ]);
  return { ...list, base, to, name };
});

export default function OutboxPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { messages: letters, total, page, pageSize, base, to, name } = loaderData;
  const exported = `${base}/outbox/export.csv${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { organization: name })}
      acts={<ExportLink href={exported} count={total} />}
    >
      {letters.some(({ state }) => state === 'kept') && <p>{t('kept')}</p>}
      <SearchForm>
        <Field name="to" kind="search" label={t('toAddress')} width="medium" defaultValue={to} autoComplete="off" />
      </SearchForm>
      <LetterTable letters={letters} to={to} />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
