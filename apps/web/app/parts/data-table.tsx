import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './data-table.module.css';
import { SortHeader } from './sort-header.tsx';
import { saying } from './table-roles.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Set right, in digits of one width. */
  readonly numeric?: boolean;
  /** Offered as an order; the order stands in the address as `?sort=id` or `?sort=-id`. */
  readonly sortable?: boolean;
  /** On a narrow screen, a row is a card of three lines; the first column is the first. 0 leaves the column out. */
  readonly line?: 0 | 2 | 3;
  /** On a card the header stands before the value, unless the value speaks for itself. */
  readonly speaksForItself?: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists; read out, and shown where the heading above does not say it. */
  caption: string;
  captionShown?: boolean;
  /** The first names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Where the row leads: one link, on the first column, for the whole row. */
  linkOf?: (row: Row) => string;
  /** In place of a table without rows. */
  empty: ReactNode;
}

/** Cells without content have no label on a card either. */
const isNothing = (content: ReactNode): boolean =>
  content === undefined || content === null || content === false || content === '';

/** A list to be scanned: header that stays, numbers right, one link a row, cards on narrow screens. */
export const DataTable = <Row,>({
  caption,
  captionShown = false,
  columns,
  rows,
  keyOf,
  linkOf,
  empty,
}: DataTableProps<Row>) => {
  if (rows.length === 0) return empty;
  return (
    <div className={styles.container} data-wide>
      <table className={styles.table} {...saying.table}>
        <caption className={captionShown ? styles.caption : 't-hidden'}>{caption}</caption>
        <thead {...saying.rowgroup}>
          <tr {...saying.row}>
            {columns.map((column) => (
              <SortHeader key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...saying.rowgroup}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...saying.row} data-linked={linkOf !== undefined}>
              {columns.map((column, at) => {
                const content = column.cell(row);
                if (at > 0) {
                  return (
                    <td
                      key={column.id}
                      {...saying.cell}
                      data-numeric={column.numeric ?? false}
                      data-line={column.line ?? 2}
                      {...(column.speaksForItself || isNothing(content) ? {} : { 'data-label': column.header })}
                    >
                      {content}
                    </td>
                  );
                }
                return (
                  <th key={column.id} scope="row" {...saying.rowheader} data-line={1}>
                    {linkOf ? <Link to={linkOf(row)}>{content}</Link> : content}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
