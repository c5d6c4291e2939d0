import { Link, useLocation } from 'react-router';
import { useDocument } from '../document/document-context.ts';
import { useText } from '../text/use-text.ts';
import styles from './error-page.module.css';
import { kindOfError } from './kind-of-error.ts';
import { messages } from './messages.ts';

const words = {
  'not-found': ['notFound', 'notFoundDetail'],
  forbidden: ['forbidden', 'forbiddenDetail'],
  refused: ['refused', undefined],
  offline: ['offline', 'offlineDetail'],
  unexpected: ['unexpected', 'unexpectedDetail'],
} as const;

/** What went wrong, in the place of the page's content: inside a layout, or alone in the root boundary. */
export const ErrorContent = ({ error }: { error: unknown }) => {
  const t = useText(messages);
  const facts = useDocument();
  const { pathname, search } = useLocation();
  const { kind, refusal } = kindOfError(error);
  const [title, detail] = words[kind];
  const requestId = refusal?.requestId || facts.requestId;
  const showReference = kind === 'unexpected' && requestId !== '';
  return (
    <>
      <title>{`${t(title)} · ${t('mark')}`}</title>
      <h1 tabIndex={-1}>{t(title)}</h1>
      <p>{detail === undefined ? refusal?.message : t(detail)}</p>
      {showReference && <p>{t.rich('reference', { requestId: <code key="id">{requestId}</code> })}</p>}
      <p className={styles.ways}>
        {(kind === 'unexpected' || kind === 'offline') && <a href={`${pathname}${search}`}>{t('again')}</a>}
        <Link to="/">{t('home')}</Link>
        <Link to="/help">{t('help')}</Link>
      </p>
      {facts.development && error instanceof Error && <pre className={styles.stack}>{error.stack}</pre>}
    </>
  );
};

export const ErrorPage = ({ error }: { error: unknown }) => (
  <div data-area="public" className={styles.page}>
    <main id="content">
      <ErrorContent error={error} />
    </main>
  </div>
);
