import type { PlainValue, PlainValues } from '@testamur/qti';
import { type ReactNode, type RefObject, useId } from 'react';
import { type Host, ItemBody } from '../../../player/item-body.tsx';
import { type Tools, ToolsArea } from '../../../player/tools/index.ts';
import type { ExamItem } from '../delivery/port.ts';
import styles from './item.module.css';

interface ItemViewProps {
  item: ExamItem;
  /** "Item 34 of 100". */
  heading: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** Where the keys look for the interaction that has the focus. */
  placeRef: RefObject<HTMLElement | null>;
  /** Beside the heading. */
  flag: ReactNode;
  values: PlainValues;
  struck: Readonly<Record<string, ReadonlySet<string>>>;
  strikeButtons: boolean;
  /** Whether to say what the answer lacks: the candidate has left the item once. */
  checked: boolean;
  host: Host;
  tools: Tools;
  onChange: (responseIdentifier: string, value: PlainValue) => void;
  onStrike: (responseIdentifier: string, option: string) => void;
}

/** One item: its heading, what it asks, and the answer. */
export const ItemView = ({ item, heading, headingRef, placeRef, flag, tools, ...body }: ItemViewProps) => {
  const id = useId();
  return (
    <article ref={placeRef} className={styles.item} aria-labelledby={`${id}-heading`}>
      <div className={styles.head}>
        <h1 id={`${id}-heading`} ref={headingRef} tabIndex={-1} className={styles.heading}>
          {heading}
        </h1>
        <div className={styles.flagWide}>{flag}</div>
      </div>
      <ToolsArea tools={tools}>
        <ItemBody {...body} view={item.view} mode="open" labelledBy={`${id}-heading`} />
      </ToolsArea>
    </article>
  );
};

/** Which interaction of the item has the focus, by its place in the item. */
export const focusedIn = (place: HTMLElement | null): number | undefined => {
  const interaction = document.activeElement?.closest('[data-interaction]');
  if (!place || !interaction || !place.contains(interaction)) return undefined;
  return [...place.querySelectorAll('[data-interaction]')].indexOf(interaction);
};
