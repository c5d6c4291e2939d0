import { Tabs } from '@mantine/core';
import { Link } from 'react-router';
import { BackLink } from '../../../parts/back-link.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Page } from '../../../parts/page.tsx';
import { Status } from '../../../parts/status.tsx';
import { useText } from '../../../text/use-text.ts';
import { addressOf } from '../address.ts';
import type { ItemSummary } from '../engine/summaries.ts';
import { messages as all } from '../messages.ts';
import styles from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.ts';
import { messages } from './messages.ts';
import { SourceView } from './source-view.tsx';
import { TryItem } from './try-item.tsx';

/** One item: tried out, or its source with what was said about it. */
export const ItemPage = ({ index }: { index: number }) => {
  const t = useText(messages);
  const tAll = useText(all);
  const { report, keeping } = useWorkbench();
  const item = report.items[index];
  const back = <BackLink to={addressOf({ at: 'report' })}>{t('back')}</BackLink>;
  if (item === undefined) {
    return (
      <Page title={t('untitled')} back={back}>
        <EmptyState title={tAll('noneSuch')} />
      </Page>
    );
  }
  const { title, identifier, file, version, status, kinds, obstacles } = item;
  return (
    <Page
      title={title || identifier || t('untitled')}
      back={back}
      lead={
        <span className={styles.facts}>
          <Status of="reading" is={status} />
          {identifier !== null && <code className={styles.name}>{identifier}</code>}
          <span className={styles.name}>{file}</span>
          {version !== null && <span>{tAll('qti', { version })}</span>}
          <span>{kinds.map((kind) => t(`kind.${kind}`)).join(', ')}</span>
        </span>
      }
      acts={<Neighbors index={index} total={report.items.length} />}
    >
      <Messages item={item} />
      {keeping && obstacles.length > 0 && (
        <section aria-label={t('notInBank')}>
          <h2>{t('notInBank')}</h2>
          <ul>
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{tAll(`obstacle.${obstacle}`)}</li>
            ))}
          </ul>
        </section>
      )}
      <Tabs defaultValue={status === 'refused' ? 'source' : 'try'} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="try">{t('tryIt')}</Tabs.Tab>
          <Tabs.Tab value="source">{t('source')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="try" className={styles.tab ?? ''}>
          {status === 'refused' ? <p>{t('refused')}</p> : <TryItem item={item} />}
        </Tabs.Panel>
        <Tabs.Panel value="source" className={styles.tab ?? ''}>
          <SourceView item={item} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
};

const Neighbors = ({ index, total }: { index: number; total: number }) => {
  const t = useText(messages);
  return (
    <nav className={styles.neighbors} aria-label={t('place', { number: index + 1, total })}>
      {index > 0 && <Link to={addressOf({ at: 'item', index: index - 1 })}>{t('previous')}</Link>}
      <span>{t('place', { number: index + 1, total })}</span>
      {index < total - 1 && <Link to={addressOf({ at: 'item', index: index + 1 })}>{t('next')}</Link>}
    </nav>
  );
};

const Messages = ({ item }: { item: ItemSummary }) => {
  const t = useText(messages);
  if (item.messages.length === 0) return null;
  return (
    <section aria-label={t('messagesHere')}>
      <ul className={styles.messages}>
        {item.messages.map(({ line, text }) => (
          <li key={`${line} ${text}`}>{t('line', { line, text })}</li>
        ))}
      </ul>
    </section>
  );
};
