import type { CsvMapping } from '@testamur/qti';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, type Place, placeOf } from './address.ts';
import { ChoosePage } from './choose/choose-page.tsx';
import { MapPage } from './choose/map-page.tsx';
import { Engine } from './engine/engine.ts';
import type { ChosenFile } from './engine/format.ts';
import type { Report, TableSummary } from './engine/summaries.ts';
import { ItemPage } from './item/item-page.tsx';
import { KeepPage } from './keep/keep-page.tsx';
import type { Keeping } from './keep/keeping.ts';
import { ReportPage } from './report/report-page.tsx';
import { TestPage } from './test/test-page.tsx';
import { failureOf } from './use-answer.ts';
import { WorkbenchContext } from './workbench-context.ts';

type Phase =
  | { readonly is: 'choosing'; readonly trouble?: Trouble }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'mapping'; readonly table: TableSummary; readonly files: readonly ChosenFile[] }
  | { readonly is: 'open'; readonly report: Report };

/** Why nothing was opened. */
export interface Trouble {
  readonly what: 'unknown' | 'gaveUp' | 'failed' | 'stopped';
  readonly name: string;
  readonly reason: string;
}

interface WorkbenchProps {
  /** Missing where there is no item bank. */
  keeping?: Keeping;
  /** Read at once, in place of a choice. */
  given?: () => Promise<readonly ChosenFile[]>;
}

const startWorker = () => new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module' });

/** A package that was chosen: its report, its items to be tried out, its tests to be walked through. Nothing leaves the browser. */
export const Workbench = ({ keeping, given }: WorkbenchProps) => {
  const engine = useMemo(() => new Engine(startWorker), []);
  useEffect(() => () => engine.close(), [engine]);
  const [phase, setPhase] = useState<Phase>({ is: 'choosing' });
  const [query, setQuery] = useSearchParams();
  const place = placeOf(query);

  const read = useCallback(
    async (files: readonly ChosenFile[], mapping?: CsvMapping) => {
      const name = files[0]?.name ?? '';
      setPhase({ is: 'reading', name });
      try {
        const opened = await engine.ask('open', mapping === undefined ? { files } : { files, mapping });
        if (opened.kind === 'report') setPhase({ is: 'open', report: opened.report });
        else if (opened.kind === 'table') setPhase({ is: 'mapping', table: opened.table, files });
        else setPhase({ is: 'choosing', trouble: { what: 'unknown', name, reason: '' } });
      } catch (error) {
        const { gaveUp, reason } = failureOf(error);
        const before = (now: Phase): Phase =>
          now.is === 'reading'
            ? { is: 'choosing', trouble: { what: gaveUp ? 'gaveUp' : 'failed', name, reason } }
            : now;
        setPhase(before);
      }
    },
    [engine],
  );

  useEffect(() => {
    given?.().then(read, (error: unknown) => {
      const { reason } = failureOf(error);
      setPhase({ is: 'choosing', trouble: { what: 'failed', name: '', reason } });
    });
  }, [given, read]);

  useHeadingFocus(phase.is === 'open' ? addressOf(place) : phase.is);

  const stop = () => {
    if (phase.is !== 'reading') return;
    setPhase({ is: 'choosing', trouble: { what: 'stopped', name: phase.name, reason: '' } });
    engine.close();
  };
  const leave = () => {
    setPhase({ is: 'choosing' });
    setQuery({});
  };

  if (phase.is === 'mapping') {
    const { table, files } = phase;
    return <MapPage engine={engine} table={table} onRead={(mapping) => void read(files, mapping)} onLeave={leave} />;
  }
  if (phase.is !== 'open') {
    const reading = phase.is === 'reading' ? phase.name : undefined;
    const trouble = phase.is === 'choosing' ? phase.trouble : undefined;
    return (
      <ChoosePage
        reading={reading}
        trouble={trouble}
        keeps={keeping !== undefined}
        onFiles={(files) => void read(files)}
        onStop={stop}
      />
    );
  }
  return (
    <WorkbenchContext value={{ engine, report: phase.report, keeping }}>
      <OpenPage place={place} onLeave={leave} />
    </WorkbenchContext>
  );
};

const OpenPage = ({ place, onLeave }: { place: Place; onLeave: () => void }) => {
  switch (place.at) {
    case 'item':
      return <ItemPage key={place.index} index={place.index} />;
    case 'test':
      return <TestPage key={place.index} index={place.index} />;
    case 'keep':
      return <KeepPage />;
    case 'report':
      return <ReportPage onLeave={onLeave} />;
  }
};

/** Each of the pages within this one begins at its heading, as a fresh document would. */
const useHeadingFocus = (shown: string): void => {
  const before = useRef(shown);
  useEffect(() => {
    // While something is read, the page stays; what comes of it is another.
    if (before.current === shown || shown === 'reading') return;
    before.current = shown;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [shown]);
};
