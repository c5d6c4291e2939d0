import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import styles from './data-table.module.css';
import { Icon } from './icon.tsx';
import { saying } from './table-roles.ts';

interface SortHeaderProps {
  column: { readonly id: string; readonly header: string; readonly numeric?: boolean; readonly sortable?: boolean };
}

/** A header that orders the rows: ascending first, then descending. */
export const SortHeader = ({ column: { id, header, numeric = false, sortable = false } }: SortHeaderProps) => {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  const sort = query.get('sort');
  const order = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : undefined;
  query.set('sort', order === 'ascending' ? `-${id}` : id);
  query.delete('page');
  return (
    <th scope="col" {...saying.columnheader} data-numeric={numeric} {...(order ? { 'aria-sort': order } : {})}>
      {sortable ? (
        <Link to={`${pathname}?${query}`} preventScrollReset className={styles.sort}>
          {header}
          {order && <Icon of={order === 'ascending' ? IconArrowUp : IconArrowDown} size={16} />}
        </Link>
      ) : (
        header
      )}
    </th>
  );
};
