import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import type { ItemSummary, Said } from '../engine/summaries.ts';
import { Failure } from '../failure.tsx';
import { useAnswer } from '../use-answer.ts';
import styles from '../workbench.module.css';
import { messages } from './messages.ts';

/** Rows beyond this are shown when they are asked for. */
const SHOWN_LINES = 1500;

/** The document, line by line, with what was said about each line below it. */
export const SourceView = ({ item }: { item: ItemSummary }) => {
  const t = useText(messages);
  const { answer, again } = useAnswer('source', { item: item.index });
  const [all, setAll] = useState(false);
  if (answer.state === 'failed') return <Failure of={answer} again={again} />;
  if (answer.state === 'asking') return <p role="status">{t('loading')}</p>;
  const lines = answer.output.split(/\r\n|\r|\n/);
  const shown = all ? lines : lines.slice(0, SHOWN_LINES);
  // Lines of another format are not those of what is shown here.
  const isOriginal = item.version !== null || item.status === 'refused';
  const said = isOriginal ? byLine(item.messages) : new Map<number, readonly Said[]>();
  return (
    <>
      <p>{isOriginal ? t('sourceRead', { file: item.file }) : t('sourceWritten')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section className={styles.source} aria-label={t('sourceLines')} tabIndex={0}>
        {shown.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
          <Fragment key={at}>
            <div className={styles.line} data-said={said.has(at + 1)}>
              <span className={styles.number}>{at + 1}</span>
              <code>{line}</code>
            </div>
            {said.get(at + 1)?.map(({ text }) => (
              <p key={text} className={styles.remark}>
                {t('line', { line: at + 1, text })}
              </p>
            ))}
          </Fragment>
        ))}
      </section>
      {shown.length < lines.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('restOfSource', { count: lines.length - shown.length })}
        </Button>
      )}
    </>
  );
};

const byLine = (messages: readonly Said[]): ReadonlyMap<number, readonly Said[]> =>
  Map.groupBy(messages, ({ line }) => line);
