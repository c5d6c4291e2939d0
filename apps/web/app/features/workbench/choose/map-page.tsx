import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { CsvMapping } from '@testamur/qti';
import { useEffect, useMemo, useState } from 'react';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Page } from '../../../parts/page.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Calls } from '../engine/calls.ts';
import type { Engine } from '../engine/engine.ts';
import type { TableSummary } from '../engine/summaries.ts';
import { messages } from '../messages.ts';
import styles from '../workbench.module.css';
import { assign, type Draft, draftOf, mappingOf, ROLES, toggleOption } from './mapping-form.ts';

interface MapPageProps {
  engine: Engine;
  table: TableSummary;
  onRead(mapping: CsvMapping): void;
  onLeave(): void;
}

const SHOWN_PROBLEMS = 20;

/** A table: which of its columns holds what, with what comes of it while one chooses. */
export const MapPage = ({ engine, table, onRead, onLeave }: MapPageProps) => {
  const t = useText(messages);
  const [draft, setDraft] = useState<Draft>(() => draftOf(table.guess));
  const mapping = useMemo(() => mappingOf(draft), [draft]);
  const tried = useTried(engine, mapping);
  const { columns, name, total } = table;
  const roleOf = (column: string): string => {
    const found = ROLES.find((one) => draft[one] === column);
    const at = draft.options.indexOf(column);
    const role = found !== undefined ? t(`column.${found}`) : at === -1 ? column : String.fromCharCode(65 + at);
    return role === column ? column : t('role', { column, role });
  };
  return (
    <Page
      title={t('map')}
      lead={columns.length === 0 ? t('noColumns') : t('mapLead', { name, total })}
      acts={
        <Button variant="default" onClick={onLeave}>
          {t('another')}
        </Button>
      }
    >
      {table.openQuoteLine !== null && (
        <p className={styles.trouble}>{t('openQuote', { line: table.openQuoteLine })}</p>
      )}
      <div className={styles.columns}>
        {ROLES.map((role) => (
          <NativeSelect
            key={role}
            label={t(`column.${role}`)}
            {...(role === 'key' ? { description: t('keyHint') } : {})}
            value={draft[role]}
            onChange={({ currentTarget }) => setDraft(assign(draft, role, currentTarget.value))}
            data={[{ value: '', label: t('none') }, ...columns.map((column) => ({ value: column, label: column }))]}
          />
        ))}
      </div>
      <fieldset className={styles.set}>
        <legend>{t('options')}</legend>
        {columns.map((column) => (
          <Checkbox
            key={column}
            label={column}
            checked={draft.options.includes(column)}
            onChange={() => setDraft(toggleOption(draft, columns, column))}
          />
        ))}
      </fieldset>
      <div role="status">
        {mapping === undefined && <p>{t('mapNeeds')}</p>}
        {tried !== undefined && <p>{t('mapped', { usable: tried.usable, total: tried.total })}</p>}
      </div>
      {tried !== undefined && tried.problems.length > 0 && (
        <>
          <h2>{t('mapProblems')}</h2>
          <ul>
            {tried.problems.slice(0, SHOWN_PROBLEMS).map(({ line, text }) => (
              <li key={`${line} ${text}`}>{t('line', { line, text })}</li>
            ))}
          </ul>
        </>
      )}
      <ButtonRow>
        <Button onClick={() => mapping !== undefined && onRead(mapping)} aria-disabled={mapping === undefined}>
          {t('readTable')}
        </Button>
      </ButtonRow>
      <h2>{t('firstRows')}</h2>
      <DataTable
        caption={t('firstRows')}
        columns={columns.map((column, at) => ({
          id: column,
          header: roleOf(column),
          cell: ({ cells }: { readonly cells: readonly string[] }) => cells[at] ?? '',
          line: 3 as const,
        }))}
        rows={table.rows.map((cells, at) => ({ at, cells }))}
        keyOf={({ at }) => String(at)}
        empty={null}
      />
    </Page>
  );
};

/** What the worker makes of the mapping; undefined until it has said so. */
const useTried = (engine: Engine, mapping: CsvMapping | undefined): Calls['map']['output'] | undefined => {
  const [tried, setTried] = useState<Calls['map']['output'] | undefined>();
  useEffect(() => {
    let current = true;
    setTried(undefined);
    if (mapping === undefined) return undefined;
    engine.ask('map', { mapping }).then(
      (output) => current && setTried(output),
      // What is wrong with the table shows again, with its reason, when it is read.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, mapping]);
  return tried;
};
