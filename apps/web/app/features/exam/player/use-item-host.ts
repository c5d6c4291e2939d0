import { useEffect, useMemo, useRef } from 'react';
import type { Host } from '../../../player/item-body.tsx';
import type { ToolName } from '../../../player/tools/index.ts';
import type { ExamItem } from '../delivery/port.ts';

/** What the exam gives to its items. No link leads out of it. */
export const useItemHost = (item: ExamItem | undefined, openTool: (tool: ToolName) => void): Host => {
  const opener = useRef(openTool);
  useEffect(() => {
    opener.current = openTool;
  });
  // What custom interactions keep for themselves holds as long as the page: it is no answer.
  const states = useRef(new Map<string, string>());
  return useMemo(() => {
    const nameOf = (responseIdentifier: string) => `${item?.itemId} ${responseIdentifier}`;
    return {
      links: 'words',
      onOpenTool: (tool) => opener.current(tool),
      stateOf: (responseIdentifier) => states.current.get(nameOf(responseIdentifier)) ?? null,
      onState: (responseIdentifier, state) => {
        states.current.set(nameOf(responseIdentifier), state);
      },
      ...(item ? { variables: item.view.customVariables } : {}),
    };
  }, [item]);
};
