import { Link, useLocation } from 'react-router';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './pager.module.css';

interface PagerProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  /** Of the query; the rest of the address stays. */
  parameter?: string;
}

/** Which rows are shown, and the way to the others. The page stands in the address. */
export const Pager = ({ page, pageSize, total, parameter = 'page' }: PagerProps) => {
  const t = useText(messages);
  const { pathname, search } = useLocation();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const linkTo = (to: number) => {
    const query = new URLSearchParams(search);
    if (to === 1) query.delete(parameter);
    else query.set(parameter, String(to));
    const text = query.toString();
    return text === '' ? pathname : `${pathname}?${text}`;
  };
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className={styles.pager} aria-label={t('pages')}>
      <span>{t('rows', { total, from, to: Math.min(page * pageSize, total) })}</span>
      {pages > 1 && (
        <span className={styles.ways}>
          {page > 1 && (
            <Link to={linkTo(page - 1)} rel="prev">
              {t('previous')}
            </Link>
          )}
          <span>{t('page', { page, pages })}</span>
          {page < pages && (
            <Link to={linkTo(page + 1)} rel="next">
              {t('next')}
            </Link>
          )}
        </span>
      )}
    </nav>
  );
};
