import { load } from '../../../loading/load.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Page } from '../../../parts/page.tsx';
import { Time } from '../../../parts/time.tsx';
import { holds, staffPlace } from '../../../staff/place.ts';
import { SearchForm } from '../../../staff/search-form.tsx';
import { useText } from '../../../text/use-text.ts';
import { askedProgram, ownPrograms } from '../own-programs.ts';
import { ProgramSelect } from '../program-select.tsx';
import type { Route } from './+types/forms-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const programs = await ownPrograms(inside.api, organization);
  const chosen = askedProgram(programs, args.url);
  if (!chosen) return { base, programs, chosen: undefined };
  const asked = { organization, programId: chosen.id };
  const [{ forms }, { program }] = await Promise.all([
    inside.api.itemBank.listForms(asked),
    inside.api.programs.getProgram(asked),
  ]);
  const titles = Object.fromEntries([...program.topics, ...program.assessments].map(({ id, title }) => [id, title]));
  return { base, programs, chosen, forms, titles, publishes: holds(place, 'psychometrician') };
});

export default function FormsPage({ loaderData: data }: Route.ComponentProps) {
  const t = useText(messages);
  if (!data.chosen) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('noProgram')} />
      </Page>
    );
  }
  const { base, programs, chosen, forms, titles, publishes } = data;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { program: chosen.title })}
      acts={publishes && <LinkButton to={`${base}/forms/publish?program=${chosen.id}`}>{t('publish')}</LinkButton>}
    >
      {programs.length > 1 && (
        <SearchForm>
          <ProgramSelect label={t('program')} programs={programs} chosen={chosen} />
        </SearchForm>
      )}
      <DataTable
        caption={t('caption')}
        rows={forms}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={t('nothing')}>
            <p>{t('nothingDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'name', header: t('name'), cell: (row) => row.name },
          {
            id: 'assessment',
            header: t('assessment'),
            speaksForItself: true,
            cell: (row) => titles[row.assessmentId] ?? row.assessmentId,
          },
          { id: 'edition', header: t('edition'), cell: (row) => row.edition },
          { id: 'items', header: t('items'), numeric: true, cell: (row) => row.items },
          {
            id: 'topics',
            header: t('topics'),
            line: 3,
            speaksForItself: true,
            cell: (row) => (
              <Disclosure label={t('topics')} about={t('topicsOf', { name: row.name })}>
                <ul>
                  {row.topics.map(({ topic, items }) => (
                    <li key={topic}>{t('topicCount', { title: titles[topic] ?? topic, items })}</li>
                  ))}
                </ul>
              </Disclosure>
            ),
          },
          { id: 'seed', header: t('seed'), line: 0, numeric: true, cell: (row) => row.seed },
          { id: 'published', header: t('published'), line: 3, cell: (row) => <Time at={row.publishedAt} show="day" /> },
          { id: 'by', header: t('by'), line: 3, cell: (row) => row.publishedBy },
        ]}
      />
    </Page>
  );
}
