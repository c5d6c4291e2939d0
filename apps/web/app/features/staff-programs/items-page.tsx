import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { pageNumber, searchText } from '../../staff/page-number.ts';
import { staffPlace } from '../../staff/place.ts';
import { SearchForm } from '../../staff/search-form.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/items-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { programId } = args.params;
  const topic = searchText(args.url, 'topic');
  const [{ program }, found] = await Promise.all([
    inside.api.programs.getProgram({ organization, programId }),
    inside.api.itemBank.listItems({
      organization,
      programId,
      page: pageNumber(args.url),
      ...(topic === '' ? {} : { topic }),
    }),
  ]);
  const topics = program.topics.map(({ id, title }) => ({ value: id, label: title }));
  return { ...found, topic, topics, programTitle: program.title, base: `${base}/programs/${programId}` };
});

export default function ItemsPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { items, total, page, pageSize, topic, topics, programTitle, base } = loaderData;
  const titleOf = (id: string) => topics.find(({ value }) => value === id)?.label ?? id;
  return (
    <Page
      title={t('items')}
      lead={t('itemsLead', { count: total })}
      back={<BackLink to={base}>{programTitle}</BackLink>}
    >
      <SearchForm>
        <SelectField
          name="topic"
          label={t('topic')}
          options={[{ value: '', label: t('allTopics') }, ...topics]}
          defaultValue={topic}
        />
      </SearchForm>
      <DataTable
        caption={t('items')}
        rows={items}
        keyOf={(item) => item.id}
        linkOf={(item) => `${base}/items/${item.id}`}
        empty={<EmptyState title={t('noItems')} />}
        columns={[
          { id: 'title', header: t('itemTitle'), cell: (item) => item.title },
          { id: 'identifier', header: t('identifier'), cell: (item) => <code>{item.identifier}</code> },
          { id: 'topic', header: t('topic'), cell: (item) => titleOf(item.topic) },
          { id: 'level', header: t('level'), line: 3, cell: (item) => item.cognitiveLevel },
          { id: 'forms', header: t('inForms'), numeric: true, line: 3, cell: (item) => item.forms },
        ]}
      />
      {total > 0 && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  );
}
