import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Page } from '../../../parts/page.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { Status } from '../../../parts/status.tsx';
import { ViewLinks } from '../../../staff/view-links.tsx';
import { useText } from '../../../text/use-text.ts';
import { addressOf } from '../address.ts';
import type { ItemSummary, Said } from '../engine/summaries.ts';
import { messages as itemMessages } from '../item/messages.ts';
import { messages } from '../messages.ts';
import styles from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.ts';
import { OtherDocuments } from './other-documents.tsx';
import { SaveRow } from './save-row.tsx';
import { FILTERS, filterOf, ofFilter, totalsOf } from './totals.ts';

const PAGE_SIZE = 100;

/** What became of everything in the package. */
export const ReportPage = ({ onLeave }: { onLeave: () => void }) => {
  const t = useText(messages);
  const { report } = useWorkbench();
  const [query] = useSearchParams();
  const { items } = report;
  const filter = filterOf(query.get('show'));
  const shown = ofFilter(items, filter);
  const page = Math.min(pageNumberOf(query), Math.max(1, Math.ceil(shown.length / PAGE_SIZE)));
  return (
    <Page
      title={report.name}
      lead={<Summary />}
      acts={
        <Button variant="default" onClick={onLeave}>
          {t('another')}
        </Button>
      }
    >
      <SaveRow />
      {items.length > 0 && (
        <>
          <h2>{t('items')}</h2>
          <ViewLinks label={t('views')}>
            {FILTERS.map((one) => (
              <Link
                key={one}
                to={one === 'all' ? '?' : `?show=${one}`}
                {...(one === filter ? { 'aria-current': 'page' } : {})}
              >
                {t(`show.${one}`, { count: ofFilter(items, one).length })}
              </Link>
            ))}
          </ViewLinks>
          <ItemTable items={shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
          {shown.length > PAGE_SIZE && <Pager page={page} pageSize={PAGE_SIZE} total={shown.length} />}
        </>
      )}
      {report.messages.length > 0 && (
        <>
          <h2>{t('aboutAll')}</h2>
          <ul className={styles.messages}>
            {report.messages.map(({ file, line, text }) => (
              <li key={`${file} ${line} ${text}`}>{file === '' ? text : t('place', { file, line, text })}</li>
            ))}
          </ul>
        </>
      )}
      <OtherDocuments />
    </Page>
  );
};

const pageNumberOf = (query: URLSearchParams): number => {
  const written = query.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(written) ? Number(written) : 1;
};

/** The totals, as sentences. */
const Summary = () => {
  const t = useText(messages);
  const { report, keeping } = useWorkbench();
  const { total, usable, refused, lossy, forBank, obstacles } = totalsOf(report.items);
  if (total === 0) return t('noItems');
  const why = obstacles.map(([obstacle, count]) => t(`because.${obstacle}`, { count })).join('; ');
  return (
    <>
      {t('totals', { total, usable, refused })} {lossy > 0 && t('lossy', { count: lossy })}
      {keeping && usable > 0 && obstacles.length > 0 && (
        <span className={styles.bank}>{t('bank', { count: forBank, why })}.</span>
      )}
    </>
  );
};

const ItemTable = ({ items }: { items: readonly ItemSummary[] }) => {
  const t = useText(messages);
  const tItem = useText(itemMessages);
  return (
    <DataTable
      caption={t('items')}
      rows={items}
      keyOf={({ index }) => String(index)}
      linkOf={({ index }) => addressOf({ at: 'item', index })}
      empty={<EmptyState title={t('noneSuch')} />}
      columns={[
        { id: 'title', header: t('item'), cell: ({ title, identifier, file }) => title || identifier || file },
        {
          id: 'status',
          header: t('status'),
          speaksForItself: true,
          cell: ({ status }) => <Status of="reading" is={status} />,
        },
        {
          id: 'identifier',
          header: t('identifier'),
          speaksForItself: true,
          cell: ({ identifier }) => identifier && <code className={styles.cell}>{identifier}</code>,
        },
        {
          id: 'kinds',
          header: t('kind'),
          line: 3,
          speaksForItself: true,
          cell: ({ kinds }) => kinds.map((kind) => tItem(`kind.${kind}`)).join(', '),
        },
        { id: 'version', header: t('version'), line: 0, cell: ({ version }) => version && t('qti', { version }) },
        { id: 'file', header: t('file'), line: 0, cell: ({ file }) => <span className={styles.cell}>{file}</span> },
        {
          id: 'messages',
          header: t('messages'),
          line: 3,
          speaksForItself: true,
          cell: (item) => <MessageCell messages={item.messages} />,
        },
      ]}
    />
  );
};

const MessageCell = ({ messages: said }: { messages: readonly Said[] }) => {
  const t = useText(messages);
  const [first] = said;
  if (first === undefined) return null;
  const words = t('line', { line: first.line, text: first.text });
  return (
    <span className={styles.message}>
      {said.length > 1 ? t('more', { first: words, count: said.length - 1 }) : words}
    </span>
  );
};
