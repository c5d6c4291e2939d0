import { IconExternalLink } from '@tabler/icons-react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './rating.module.css';
import type { Rating } from './rating.ts';

interface WorkProps extends Pick<Rating, 'pieces' | 'rubric'> {
  /** Of the rating; the files lie below. */
  path: string;
}

/** The pieces of the portfolio with what the candidate says about them. */
export const Work = ({ pieces, rubric, path }: WorkProps) => {
  const t = useText(messages);
  const titleOf = (id: string) => rubric.find(({ criterion }) => criterion === id)?.title ?? id;
  return (
    <section aria-labelledby="work">
      <h2 id="work">{t('theWork')}</h2>
      {pieces.map((piece, at) => (
        <article key={piece.id} className={styles.piece}>
          <h3>{t('piece', { at: at + 1, title: piece.title })}</h3>
          <p className={styles.quiet}>{t('shows', { criteria: piece.criteria.map(titleOf).join(', ') })}</p>
          <p className={styles.reflection}>{piece.reflection}</p>
          <a href={`${path}/files/${piece.file.id}`} target="_blank" rel="noreferrer">
            <Icon of={IconExternalLink} size={16} /> {t('openFile', { name: piece.file.name })}
          </a>
          {piece.file.type.startsWith('image/') && (
            <img className={styles.image} src={`${path}/files/${piece.file.id}`} alt={piece.file.name} loading="lazy" />
          )}
        </article>
      ))}
    </section>
  );
};
