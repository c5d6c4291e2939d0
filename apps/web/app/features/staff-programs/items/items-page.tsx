import { load } from '../../../loading/load.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Page } from '../../../parts/page.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { ExportLink } from '../../../staff/export-link.tsx';
import { pageNumber, searchText } from '../../../staff/page-number.ts';
import { staffPlace } from '../../../staff/place.ts';
import { SearchForm } from '../../../staff/search-form.tsx';
import { useText } from '../../../text/use-text.ts';
import { askedProgram, ownPrograms } from '../own-programs.ts';
import { ProgramSelect } from '../program-select.tsx';
import type { Route } from './+types/items-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const programs = await ownPrograms(inside.api, organization);
  const chosen = askedProgram(programs, args.url);
  if (!chosen) return { base, programs, chosen: undefined };
  const { program } = await inside.api.programs.getProgram({ organization, programId: chosen.id });
  const topic = program.topics.find(({ id }) => id === searchText(args.url, 'topic'))?.id;
  const asked = { organization, programId: chosen.id, page: pageNumber(args.url), ...(topic ? { topic } : {}) };
  const list = await inside.api.itemBank.listItems(asked);
  const topics = program.topics.map(({ id, title }) => ({ id, title }));
  return { base, programs, chosen, topic, topics, list };
});

export default function ItemsPage({ loaderData: data }: Route.ComponentProps) {
  const t = useText(messages);
  if (!data.chosen) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('noProgram')} />
      </Page>
    );
  }
  const { base, programs, chosen, topic, topics, list } = data;
  const titleOf = (id: string) => topics.find((each) => each.id === id)?.title ?? id;
  const asked = new URLSearchParams({ program: chosen.id, ...(topic ? { topic } : {}) });
  return (
    <Page
      title={t('title')}
      lead={t('lead', { program: chosen.title })}
      acts={<ExportLink href={`${base}/items/export.csv?${asked}`} count={list.total} />}
    >
      <SearchForm>
        <ProgramSelect label={t('program')} programs={programs} chosen={chosen} />
        <SelectField
          name="topic"
          label={t('topic')}
          defaultValue={topic ?? ''}
          options={[
            { value: '', label: t('allTopics') },
            ...topics.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      </SearchForm>
      <DataTable
        caption={t('caption')}
        rows={list.items}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${base}/items/${id}`}
        empty={
          <EmptyState title={t('nothing')}>
            <p>{t('nothingDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'name', header: t('name'), cell: (row) => row.title },
          { id: 'item', header: t('item'), speaksForItself: true, cell: (row) => <code>{row.identifier}</code> },
          { id: 'topic', header: t('topic'), line: 3, speaksForItself: true, cell: (row) => titleOf(row.topic) },
          { id: 'level', header: t('level'), line: 3, speaksForItself: true, cell: (row) => row.cognitiveLevel },
          { id: 'objective', header: t('objective'), line: 0, cell: (row) => row.objective },
          { id: 'forms', header: t('forms'), numeric: true, line: 3, cell: (row) => row.forms },
        ]}
      />
      {list.total > 0 && <Pager page={list.page} pageSize={list.pageSize} total={list.total} />}
    </Page>
  );
}
