import { type Program, provenanceOf } from '@testamur/program';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './provenance-mark.module.css';

/** Keys and indexes that lead to a figure of a program file, such as `['fees', 0, 'prices']`. */
export type FigurePath = readonly (string | number)[];

interface MarkProps {
  program: Program;
  path: FigurePath;
  /** The page that has the list of sources, where it is not this one. */
  page?: string;
}

/** Who says so: the number of the source, or the asterisk of an assumption. Both lead to the list of sources. */
export const Mark = ({ program, path, page = '' }: MarkProps) => {
  const t = useText(messages);
  const { assumed, source } = provenanceOf(program, path);
  if (assumed) {
    return (
      <a href={`${page}#assumed`} title={t('assumed')} style={{ textDecoration: 'none' }}>
        <span aria-hidden="true">*</span>
        <span className="t-hidden"> ({t('assumption')})</span>
      </a>
    );
  }
  const number = program.sources.findIndex(({ id }) => id === source?.id) + 1;
  if (source === undefined) return null;
  return (
    <sup className={styles.mark}>
      <a href={`${page}#source-${source.id}`} aria-label={t('sourceNote', { number })}>
        {number}
      </a>
    </sup>
  );
};
