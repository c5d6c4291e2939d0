import type { DragEndEvent, DragMoveEvent } from '@dnd-kit/core';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { carry, type Lift, lift, positionBeside, withAt } from './reorder.ts';

export interface SortableListOptions {
  /** The identifiers, in their present order. */
  readonly order: readonly string[];
  onChange(order: readonly string[]): void;
  nameOf(identifier: string): string;
  readonly locked: boolean;
  readonly orientation?: 'vertical' | 'horizontal';
  say(text: string): void;
}

/** Where a dragged member would go: beside which other, and on which side in the direction of reading. */
export interface Gap {
  readonly beside: string;
  readonly after: boolean;
}

const memberOf = (event: DragMoveEvent | DragEndEvent, side: 'active' | 'over'): string | null => {
  const member: unknown = event[side]?.data.current?.member;
  return typeof member === 'string' ? member : null;
};

/** Whether the middle of what is dragged lies behind the middle of what it is over. */
const isBehind = (event: DragMoveEvent | DragEndEvent, horizontal: boolean): boolean => {
  const mine = event.active.rect.current.translated;
  const its = event.over?.rect;
  if (!mine || !its) return false;
  if (!horizontal) return mine.top + mine.height / 2 > its.top + its.height / 2;
  const isRightOf = mine.left + mine.width / 2 > its.left + its.width / 2;
  const over: unknown = event.over?.data.current?.element;
  const rtl = over instanceof HTMLElement && getComputedStyle(over).direction === 'rtl';
  return isRightOf !== rtl;
};

/**
 * A list that can be put in order by pointer, by keyboard (Space lifts, arrows move, Space drops, Escape puts back) and by
 * buttons. While something is lifted by the keyboard, `order` is the order as it would be.
 */
export const useSortableList = (options: SortableListOptions) => {
  const { onChange, nameOf, locked, orientation = 'vertical', say } = options;
  const t = useText(messages);
  const [held, setHeld] = useState<Lift | null>(null);
  const [gap, setGap] = useState<Gap | null>(null);
  const lifted = locked ? null : held;
  const order = lifted?.order ?? options.order;
  const count = order.length;
  const positionOf = (list: readonly string[], identifier: string) => list.indexOf(identifier) + 1;

  /** Puts a member at a position counted from 0. */
  const moveTo = (identifier: string, position: number) => {
    if (locked) return;
    const next = withAt(options.order, identifier, position);
    if (next.every((each, at) => each === options.order[at])) return;
    onChange(next);
    say(t('movedTo', { name: nameOf(identifier), position: positionOf(next, identifier), count }));
  };

  const drop = () => {
    if (held === null) return;
    setHeld(null);
    if (held.order.some((each, at) => each !== held.before[at])) onChange(held.order);
    say(t('dropped', { name: nameOf(held.lifted), position: positionOf(held.order, held.lifted), count }));
  };

  const cancel = () => {
    if (held === null) return;
    setHeld(null);
    say(t('sortCanceled', { name: nameOf(held.lifted), position: positionOf(held.before, held.lifted) }));
  };

  /** Lifts a member, or drops the one that is lifted. */
  const toggle = (identifier: string) => {
    if (locked) return;
    if (held !== null) return drop();
    setHeld(lift(options.order, identifier));
    say(t('lifted', { name: nameOf(identifier), position: positionOf(options.order, identifier), count }));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (lifted === null) return;
    if (event.key === 'Escape') return cancel();
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const steps = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 };
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
    const isEnd = event.key === 'Home' || event.key === 'End';
    if (step === undefined && !isEnd) return;
    event.preventDefault();
    const next = carry(lifted, step ?? (event.key === 'Home' ? -count : count));
    setHeld(next);
    say(t('movedTo', { name: nameOf(next.lifted), position: positionOf(next.order, next.lifted), count }));
  };

  /** For DndContext: the line that shows where it would go follows the pointer; the order changes on the drop. */
  const pointer = {
    onDragStart: () => setHeld(null),
    onDragMove: (event: DragMoveEvent) => {
      const over = memberOf(event, 'over');
      setGap(over === null ? null : { beside: over, after: isBehind(event, orientation === 'horizontal') });
    },
    onDragEnd: (event: DragEndEvent) => {
      setGap(null);
      const [member, over] = [memberOf(event, 'active'), memberOf(event, 'over')];
      if (member === null || over === null || member === over) return;
      const after = isBehind(event, orientation === 'horizontal');
      moveTo(member, positionBeside(options.order, member, over, after));
    },
    onDragCancel: () => setGap(null),
  };

  return { order, lifted: lifted?.lifted ?? null, gap, moveTo, toggle, drop, cancel, onKeyDown, pointer };
};
