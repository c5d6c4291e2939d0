import { DataTable } from '../../../../parts/data-table.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { useText } from '../../../../text/use-text.ts';
import type { FileProblem } from '../checked.ts';
import styles from '../editor.module.css';
import { messages } from '../messages.ts';

interface ProblemListProps {
  problems: readonly FileProblem[];
  /** Leads to the place in the file; absent where the editor is a plain field. */
  goTo: ((problem: FileProblem) => void) | undefined;
}

/** A slip at the beginning of a file may break all that follows: the first ones are mended first. */
const mostShown = 50;

/** Every problem of the file with its place, what is wrong and how to mend it. */
export const ProblemList = ({ problems, goTo }: ProblemListProps) => {
  const t = useText(messages);
  const placeOf = ({ line, column }: FileProblem) => t('place', { line, column });
  const left = problems.length - mostShown;
  return (
    <>
      <DataTable
        caption={t('problems')}
        rows={problems.slice(0, mostShown)}
        keyOf={({ line, column, message }) => `${line} ${column} ${message}`}
        empty={
          <EmptyState title={t('noProblems')}>
            <p>{t('noProblemsDetail')}</p>
          </EmptyState>
        }
        columns={[
          {
            id: 'place',
            header: t('where'),
            cell: (problem) =>
              goTo ? (
                <button type="button" className={styles.goTo} onClick={() => goTo(problem)}>
                  {placeOf(problem)}
                </button>
              ) : (
                placeOf(problem)
              ),
          },
          {
            id: 'what',
            header: t('what'),
            speaksForItself: true,
            cell: ({ message, hint }) => (
              <>
                {message}
                {hint !== undefined && <span className={styles.quiet}> {hint}</span>}
              </>
            ),
          },
        ]}
      />
      {left > 0 && <p>{t('moreProblems', { count: left })}</p>}
    </>
  );
};
