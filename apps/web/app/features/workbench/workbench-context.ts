import { createContext, useContext } from 'react';
import type { Engine } from './engine/engine.ts';
import type { Report } from './engine/summaries.ts';
import type { Keeping } from './keep/keeping.ts';

export interface WorkbenchValue {
  readonly engine: Engine;
  readonly report: Report;
  /** Missing where there is no item bank. */
  readonly keeping: Keeping | undefined;
}

export const WorkbenchContext = createContext<WorkbenchValue | undefined>(undefined);

/** What is open in the workbench. */
export const useWorkbench = (): WorkbenchValue => {
  const value = useContext(WorkbenchContext);
  if (value === undefined) throw new Error('useWorkbench() is called outside of the workbench.');
  return value;
};
