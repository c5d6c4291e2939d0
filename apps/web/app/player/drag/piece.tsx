import { useDraggable } from '@dnd-kit/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useText } from '../../text/use-text.ts';
import { useDragBoard } from './board-context.ts';
import styles from './drag.module.css';
import { messages } from './messages.ts';
import { usesLeft } from './pick-and-place.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What a button needs to be lifted by pointer and keyboard; `from`: the place where the piece lies, null in the tray. */
export const usePiece = (piece: string, from: string | null) => {
  const { id, state, locked, act } = useDragBoard();
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `${id} ${from ?? ''} ${piece}`,
    data: { piece, from },
    disabled: locked || piece === '',
  });
  const { held } = state;
  const isHeld = held !== null && held.piece === piece && held.from === from;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isHeld) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      act({ do: 'next', step });
    }
    if ((event.key === ' ' || event.key === 'Enter') && held.aim !== null) {
      event.preventDefault();
      act({ do: 'put', place: held.aim });
    }
  };
  return { ref: setNodeRef as Ref<HTMLButtonElement>, pointer: listeners ?? {}, onKeyDown, isHeld, isDragging };
};

/** A piece in the tray. One that is used up keeps its place, so that nothing moves and focus stays. */
export const Piece = ({ piece }: { piece: string }) => {
  const { board, state, locked, act, face } = useDragBoard();
  const t = useText(messages);
  const { ref, pointer, onKeyDown, isHeld, isDragging } = usePiece(piece, null);
  const left = usesLeft(board, state.placements, piece);
  const matchMax = board.pieces.find(({ identifier }) => identifier === piece)?.matchMax ?? 1;
  return (
    <button
      type="button"
      ref={ref}
      {...pointer}
      className={styles.piece}
      aria-pressed={isHeld}
      aria-disabled={left === 0 || locked}
      data-used={left === 0}
      data-dragging={isDragging}
      onKeyDown={onKeyDown}
      onClick={() => act(isHeld ? { do: 'cancel' } : { do: 'pick', piece, from: null })}
    >
      <span className={styles.face}>{face(piece)}</span>
      {left === 0 && <span className={styles.left}>{t('usedUp')}</span>}
      {left > 0 && matchMax > 1 && <span className={styles.left}>{t('usesLeft', { count: left })}</span>}
    </button>
  );
};

interface TrayProps {
  /** In the order to show; all of the board's pieces when left out. */
  readonly pieces?: readonly string[];
  readonly label?: string;
  readonly children?: ReactNode;
}

/** Where the pieces lie that can be used. */
export const Tray = ({ pieces, label, children }: TrayProps) => {
  const { board } = useDragBoard();
  const t = useText(messages);
  const shown = pieces ?? board.pieces.map(({ identifier }) => identifier);
  const group = { role: 'group', 'aria-label': label ?? t('tray') } as const;
  return (
    <div className={styles.tray} {...group}>
      {shown.map((piece) => (
        <Piece key={piece} piece={piece} />
      ))}
      {children}
    </div>
  );
};
