import type { Catalog, CompanionMaterial } from '@testamur/qti';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { CalculatorState } from './calculator/state.ts';
import type { DisplaySettings } from './display/display-settings.ts';
import type { MarkStyle } from './highlight/marks.ts';
import { type Highlights, useHighlights } from './highlight/use-highlights.ts';
import { type ToolMemory, toolMemory } from './memory.ts';
import { closed, type OpenTools, opened, stillOpen, type ToolName, toolsFor } from './tool-names.ts';
import type { ZoomLevel } from './zoom/zoom.ts';

export interface ToolsOptions {
  /** What the exam allows; what the item brings along comes to it. */
  readonly allowed: readonly ToolName[];
  readonly materials?: readonly CompanionMaterial[];
  readonly catalogs?: readonly Catalog[];
  readonly attemptId: string;
  readonly itemId: string;
  /** That of the item; of the page where the item does not say. */
  readonly language: string;
  readonly say: (text: string) => void;
  /** Letters act without Alt+Shift. */
  readonly singleKeys: boolean;
  readonly display: DisplaySettings;
  readonly onDisplay: (part: Partial<DisplaySettings>) => void;
}

/** Everything that the parts of the tools share: the menu, the area of the item, the windows. */
export interface Tools extends ToolsOptions {
  readonly names: readonly ToolName[];
  readonly open: OpenTools;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly zoomBox: RefObject<HTMLDivElement | null>;
  readonly memory: ToolMemory;
  readonly highlights: Highlights;
  readonly markStyle: MarkStyle;
  setMarkStyle(style: MarkStyle): void;
  readonly zoom: ZoomLevel;
  setZoom(level: ZoomLevel): void;
  /** The calculator as it was closed. */
  readonly calculator: RefObject<CalculatorState | null>;
  toggle(tool: ToolName): void;
  raise(tool: ToolName): void;
  close(tool: ToolName): void;
  /** Says whether there was one to close. */
  closeTop(): boolean;
}

/** The tools of an item: hand the result to ToolsMenu, ToolsArea and ToolWindows. */
export const useTools = (options: ToolsOptions): Tools => {
  const { allowed, materials, attemptId, itemId } = options;
  const names = useMemo(() => toolsFor(allowed, materials), [allowed, materials]);
  const memory = useMemo(() => toolMemory(attemptId), [attemptId]);
  const [wanted, setOpen] = useState<OpenTools>([]);
  const [zoom, setZoom] = useState<ZoomLevel>(100);
  const [markStyle, setMarkStyle] = useState<MarkStyle>('solid');
  const root = useRef<HTMLDivElement>(null);
  const zoomBox = useRef<HTMLDivElement>(null);
  const calculator = useRef<CalculatorState>(null);
  const openers = useRef(new Map<ToolName, Element | null>());
  const highlights = useHighlights(root, itemId, memory);
  const open = stillOpen(wanted, names);

  const close = (tool: ToolName) => {
    if (tool === 'magnifier') setZoom(100);
    setOpen((before) => closed(before, tool));
    const opener = openers.current.get(tool);
    const back = opener instanceof HTMLElement && opener.isConnected ? opener : root.current;
    openers.current.delete(tool);
    back?.focus({ preventScroll: true });
  };
  return {
    ...options,
    names,
    open,
    root,
    zoomBox,
    memory,
    highlights,
    markStyle,
    setMarkStyle,
    zoom: names.includes('magnifier') ? zoom : 100,
    setZoom,
    calculator,
    close,
    toggle: (tool) => {
      if (open.includes(tool)) return close(tool);
      const active = document.activeElement;
      openers.current.set(tool, active === document.body ? null : active);
      setOpen((before) => opened(before, tool));
    },
    raise: (tool) => setOpen((before) => (before.at(-1) === tool ? before : opened(before, tool))),
    closeTop: () => {
      const top = open.at(-1);
      if (top !== undefined) close(top);
      return top !== undefined;
    },
  };
};
