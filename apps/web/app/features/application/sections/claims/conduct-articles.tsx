import type { Program } from '@testamur/program';
import styles from '../sections.module.css';

/** The articles of the code of conduct. */
export const ConductArticles = ({ program }: { program: Program }) => (
  <ol className={styles.articles}>
    {program.codeOfConduct.articles.map(({ id, title, text }) => (
      <li key={id}>
        <strong>{title}.</strong> {text}
      </li>
    ))}
  </ol>
);
