import { closestCenter, DndContext } from '@dnd-kit/core';
import { type ReactNode, useId } from 'react';
import { silent, usePointers } from './pointer-drag.ts';
import styles from './sortable.module.css';
import { SortableRow } from './sortable-row.tsx';
import { type SortableListOptions, useSortableList } from './use-sortable-list.ts';

export interface SortableListProps extends SortableListOptions {
  readonly labelledBy: string;
  readonly describedBy?: string;
  face(identifier: string): ReactNode;
  /** Behind a member: marks of a review, a button to take it out. */
  after?(identifier: string): ReactNode;
  /** Whether positions are shown as numbers; true when left out. */
  readonly numbered?: boolean;
}

/** An ordered list whose members are moved by dragging, by keyboard, by buttons and by a menu of positions. */
export const SortableList = (props: SortableListProps) => {
  const { labelledBy, describedBy, face, after, numbered = true, locked, nameOf, orientation = 'vertical' } = props;
  const id = useId();
  const list = useSortableList(props);
  const sensors = usePointers();
  return (
    <DndContext id={id} sensors={sensors} collisionDetection={closestCenter} accessibility={silent} {...list.pointer}>
      <div className={styles.box} data-wide="">
        <ol
          className={styles.list}
          data-orientation={orientation}
          aria-labelledby={labelledBy}
          {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        >
          {list.order.map((identifier, at) => (
            <SortableRow
              key={identifier}
              id={`${id} ${identifier}`}
              identifier={identifier}
              name={nameOf(identifier)}
              position={at}
              count={list.order.length}
              list={list}
              locked={locked}
              numbered={numbered}
              orientation={orientation}
            >
              <span className={styles.face}>{face(identifier)}</span>
              {after?.(identifier)}
            </SortableRow>
          ))}
        </ol>
      </div>
    </DndContext>
  );
};
