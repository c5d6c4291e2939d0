import { Link } from 'react-router';
import type { Api } from '../../../../api.ts';
import { DataTable } from '../../../../parts/data-table.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Pager } from '../../../../parts/pager.tsx';
import { ViewLinks } from '../../../../staff/view-links.tsx';
import { useText } from '../../../../text/use-text.ts';
import { DifferenceList } from './difference-list.tsx';
import { type Effect, effects } from './effect.ts';
import { messages } from './messages.ts';

interface AffectedTableProps {
  preview: Awaited<ReturnType<Api['programs']['getPreview']>>;
  base: string;
  /** Of the address: which preview it is. */
  query: string;
  effect: Effect | undefined;
}

/** The candidacies that would be decided on otherwise, with the reasons in words. */
export const AffectedTable = ({ preview, base, query, effect }: AffectedTableProps) => {
  const t = useText(messages);
  const to = (asked: Effect | undefined) => {
    const next = new URLSearchParams(query);
    next.delete('page');
    if (asked) next.set('effect', asked);
    else next.delete('effect');
    return `?${next}`;
  };
  const { candidacies, matching, page, pageSize } = preview;
  return (
    <>
      <h2>{t('whom')}</h2>
      {preview.affected > 0 && (
        <ViewLinks label={t('views')}>
          {[undefined, ...effects].map((each) => (
            <Link key={each ?? 'all'} to={to(each)} aria-current={each === effect ? 'page' : undefined}>
              {each ? t(`effect.${each}`) : t('all')}
            </Link>
          ))}
        </ViewLinks>
      )}
      <DataTable
        caption={t('whom')}
        rows={candidacies}
        keyOf={({ candidacyId }) => candidacyId}
        linkOf={({ candidacyId }) => `${base}/candidacies/${candidacyId}`}
        empty={
          <EmptyState title={t('nobody')}>
            <p>{t('nobodyDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'candidacy', header: t('candidacy'), cell: ({ number }) => number },
          {
            id: 'what',
            header: t('what'),
            speaksForItself: true,
            cell: ({ differences }) => <DifferenceList differences={differences} />,
          },
        ]}
      />
      {matching > 0 && <Pager page={page} pageSize={pageSize} total={matching} />}
    </>
  );
};
