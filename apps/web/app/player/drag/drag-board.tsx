import { DndContext, type DragEndEvent, type DragOverEvent, DragOverlay, type DragStartEvent } from '@dnd-kit/core';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { BoardContext, type BoardContextValue } from './board-context.ts';
import styles from './drag.module.css';
import { messages } from './messages.ts';
import { type Board, type BoardAct, boardStep, type Held, type Placement } from './pick-and-place.ts';
import { silent, underPointer, usePointers } from './pointer-drag.ts';
import { wordsOf } from './say-step.ts';

export interface DragBoardProps {
  readonly board: Board;
  readonly placements: readonly Placement[];
  onChange(placements: readonly Placement[]): void;
  /** How a piece looks, and what it and a place are called in menus and for listeners. */
  face(piece: string): ReactNode;
  nameOfPiece(piece: string): string;
  nameOfPlace(place: string): string;
  readonly locked: boolean;
  say(text: string): void;
  readonly children: ReactNode;
}

/** What a drag source or target carries; see Piece and Place. */
const carried = (data: unknown): { piece: string; from: string | null } | null => {
  if (typeof data !== 'object' || data === null || !('piece' in data) || !('from' in data)) return null;
  const { piece, from } = data;
  return typeof piece === 'string' && (typeof from === 'string' || from === null) ? { piece, from } : null;
};

const placeOf = (over: DragOverEvent['over']): string | null => {
  const place: unknown = over?.data.current?.place;
  return typeof place === 'string' ? place : null;
};

/**
 * Pieces that go into places, by pointer, by touch, by keyboard and by menus alike. `children` hold Tray, Piece and Place
 * anywhere among other content. It keeps nothing but the piece in hand.
 */
export const DragBoard = (props: DragBoardProps) => {
  const { board, placements, onChange, face, nameOfPiece, nameOfPlace, locked, say, children } = props;
  const t = useText(messages);
  const id = useId();
  const sensors = usePointers();
  const [held, setHeld] = useState<Held | null>(null);
  // A drag may start and pass over a place before the next rendering.
  const inHand = useRef(held);
  const state = { held: locked ? null : held, placements };

  const act = (done: BoardAct) => {
    if (locked) return;
    const step = boardStep(board, { held: inHand.current, placements }, done);
    inHand.current = step.state.held;
    setHeld(step.state.held);
    if (step.state.placements !== placements) onChange(step.state.placements);
    if (step.said !== null) say(wordsOf(step.said, t, { nameOfPiece, nameOfPlace }));
  };

  const isHeld = state.held !== null;
  // Escape puts the piece back wherever focus is: between lifting and putting it may be anywhere on the board.
  useEffect(() => {
    if (!isHeld) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') act({ do: 'cancel' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const onDragStart = ({ active }: DragStartEvent) => {
    const source = carried(active.data.current);
    if (source) act({ do: 'pick', ...source });
  };
  const onDragEnd = ({ over }: DragEndEvent) => act({ do: 'put', place: placeOf(over) });

  const value: BoardContextValue = { id, board, state, locked, act, face, nameOfPiece, nameOfPlace };
  const dragged = useMemo(() => (held === null ? null : face(held.piece)), [held, face]);
  return (
    <BoardContext value={value}>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={underPointer}
        accessibility={silent}
        onDragStart={onDragStart}
        onDragOver={({ over }) => act({ do: 'aim', place: placeOf(over) })}
        onDragEnd={onDragEnd}
        onDragCancel={() => act({ do: 'cancel' })}
      >
        <div className={styles.board} data-holding={isHeld}>
          {children}
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged !== null && <span className={styles.inHand}>{dragged}</span>}
        </DragOverlay>
      </DndContext>
    </BoardContext>
  );
};
