import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { Facts } from '../../parts/facts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';

import { fileSize } from '../application/sections/file-size.ts';
import { messages } from './messages.ts';
import styles from './piece-panel.module.css';
import type { Criterion, Piece } from './portfolio-data.ts';

interface PiecePanelProps {
  piece: Piece;
  number: number;
  criteria: readonly Criterion[];
  /** Of the page where it is changed; absent where it cannot be changed. */
  path: string | undefined;
}

/** One piece: its file, what it shows, the account. */
export const PiecePanel = ({ piece, number, criteria, path }: PiecePanelProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { title, file, reflection, updatedAt } = piece;
  const shown = criteria.filter(({ id }) => piece.criteria.includes(id)).map((criterion) => criterion.title);
  return (
    <div id={`piece-${number}`} className={styles.place}>
      <Panel
        title={t('numbered', { number, title })}
        acts={
          path && (
            <span className={styles.acts}>
              <Link to={path} aria-label={t('editOf', { title })}>
                {t('edit')}
              </Link>
              <Link to={`${path}/remove`} aria-label={t('removeOf', { title })}>
                {t('remove')}
              </Link>
            </span>
          )
        }
      >
        <Facts
          facts={[
            {
              label: t('file'),
              value: (
                <a href={`/me/files/${file.id}`}>
                  {t('fileNamed', { name: file.name, size: fileSize(file.bytes, locale) })}
                </a>
              ),
            },
            { label: t('shows'), value: new Intl.ListFormat(intlLocaleOf(locale)).format(shown) },
            { label: t('reflection'), value: <span className={styles.reflection}>{reflection}</span> },
            { label: t('changed'), value: <Time at={updatedAt} /> },
          ]}
        />
      </Panel>
    </div>
  );
};
