import type { ReactNode } from 'react';
import { type FormProblem, FormProblemContext } from '../forms/form-problem.ts';
import { useText } from '../text/use-text.ts';
import { ErrorSummary } from './error-summary.tsx';
import { messages } from './messages.ts';
import styles from './page.module.css';

interface PageProps {
  /** The heading; also the title of the document. */
  title: string;
  /** One sentence under the heading that answers the question of the page. */
  lead?: ReactNode;
  /** Above the heading: a `BackLink`. */
  back?: ReactNode;
  /** Beside the heading: an act on the whole page, such as "Export 214 rows". */
  acts?: ReactNode;
  /** Beside the content where there is room, below it else. */
  aside?: ReactNode;
  /** What an action refused (`useActionData()`): shown above the heading and beside each field. */
  problem?: FormProblem | undefined;
  /** The large serif title of a program or a credential. */
  display?: boolean;
  /** The content shows the words of the heading in its own way: here it is for those who listen alone. */
  heard?: boolean;
  children?: ReactNode;
}

/** A page: document title, heading, lead and content. Every route renders one. */
export const Page = ({
  title,
  lead,
  back,
  acts,
  aside,
  problem,
  display = false,
  heard = false,
  children,
}: PageProps) => {
  const t = useText(messages);
  const failed = problem !== undefined && problem.errors.length > 0;
  return (
    <FormProblemContext value={problem}>
      <title>{`${failed ? t('errorTitle', { title }) : title} · ${t('mark')}`}</title>
      {back}
      {failed && <ErrorSummary errors={problem.errors} />}
      <div className={heard ? 't-hidden' : styles.head}>
        <div>
          <h1 className={display ? styles.display : styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {acts && (
          <div className={styles.acts} data-screen-only>
            {acts}
          </div>
        )}
      </div>
      {aside ? (
        <div className={styles.columns}>
          <div className={styles.content}>{children}</div>
          <div className={styles.aside}>{aside}</div>
        </div>
      ) : (
        children
      )}
    </FormProblemContext>
  );
};
