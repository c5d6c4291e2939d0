import { IconCheck, IconMinus } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { saying } from '../../parts/table-roles.ts';
import { useText } from '../../text/use-text.ts';
import styles from './criteria-table.module.css';
import { messages } from './messages.ts';
import type { Criterion, Piece } from './portfolio-data.ts';

interface CriteriaTableProps {
  criteria: readonly Criterion[];
  pieces: readonly Piece[];
}

/** Criteria by pieces: what is shown where, and what by none. */
export const CriteriaTable = ({ criteria, pieces }: CriteriaTableProps) => {
  const t = useText(messages);
  return (
    <table className={styles.table} {...saying.table} data-wide>
      <caption className="t-hidden">{t('criteriaCaption')}</caption>
      <thead {...saying.rowgroup}>
        <tr {...saying.row}>
          <th scope="col" {...saying.columnheader}>
            {t('criterion')}
          </th>
          <th scope="col" {...saying.columnheader}>
            {t('state')}
          </th>
          {pieces.map((piece, at) => (
            <th key={piece.id} scope="col" {...saying.columnheader} className={styles.piece}>
              <a href={`#piece-${at + 1}`} title={piece.title}>
                <span className="t-hidden">{t('pieceNumber', { number: at + 1 })}</span>
                <span aria-hidden="true">{at + 1}</span>
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...saying.rowgroup}>
        {criteria.map(({ id, title, description }) => {
          const count = pieces.filter((piece) => piece.criteria.includes(id)).length;
          return (
            <tr key={id} {...saying.row}>
              <th scope="row" {...saying.rowheader}>
                {title}
                <div className={styles.description}>{description}</div>
              </th>
              <td {...saying.cell} className={styles.state} data-open={count === 0}>
                {t('shownBy', { count })}
              </td>
              {pieces.map((piece, at) => {
                const shows = piece.criteria.includes(id);
                return (
                  <td
                    key={piece.id}
                    {...saying.cell}
                    className={styles.cell}
                    data-shows={shows}
                    data-label={t('pieceNumber', { number: at + 1 })}
                  >
                    <Icon of={shows ? IconCheck : IconMinus} />
                    <span className="t-hidden">{t(shows ? 'shown' : 'notShown')}</span>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
