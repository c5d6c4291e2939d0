import { useDroppable } from '@dnd-kit/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { useDragBoard } from './board-context.ts';
import styles from './drag.module.css';
import { messages } from './messages.ts';
import { piecesIn, placesFor } from './pick-and-place.ts';
import { usePiece } from './piece.tsx';
import { PlaceMenu } from './place-menu.tsx';

interface PlaceProps {
  readonly place: string;
  /** Beside what lies in it, such as marks of a review. */
  readonly note?: ReactNode;
  /** For a place that lies on something else, such as an image. */
  readonly className?: string;
  /** What an empty place for one shows; a blank when left out. */
  readonly empty?: ReactNode;
}

/** A place for pieces: one button when it holds one, else what it holds and a button to add. */
export const Place = ({ place, note, className, empty }: PlaceProps) => {
  const { id, board, state, locked } = useDragBoard();
  const { setNodeRef, isOver } = useDroppable({ id: `${id} place ${place}`, data: { place }, disabled: locked });
  const { held, placements } = state;
  const one = board.places.find(({ identifier }) => identifier === place)?.matchMax === 1;
  const inside = piecesIn(placements, place);
  return (
    <span
      ref={setNodeRef}
      className={className === undefined ? styles.place : `${styles.place} ${className}`}
      data-one={one}
      data-aimed={held !== null && (held.aim === place || isOver)}
      data-fits={held !== null && placesFor(board, placements, held).includes(place)}
    >
      {one ? (
        <Slot place={place} piece={inside[0] ?? null} empty={empty} />
      ) : (
        <>
          {inside.map((piece) => (
            <Placed key={piece} piece={piece} place={place} />
          ))}
          <AddButton place={place} />
        </>
      )}
      {note}
    </span>
  );
};

/** Pressing a place puts what is in hand; with empty hands it opens the menu. */
const usePlaceButton = (place: string) => {
  const { state, locked, act } = useDragBoard();
  const [opened, setOpened] = useState(false);
  const onOpened = (next: boolean) => {
    if (locked) return;
    if (state.held !== null && next) act({ do: 'put', place });
    else setOpened(next);
  };
  return { opened: opened && !locked, onOpened };
};

const Slot = ({ place, piece, empty }: { place: string; piece: string | null; empty: ReactNode }) => {
  const { state, locked, face, nameOfPiece, nameOfPlace } = useDragBoard();
  const t = useText(messages);
  const { opened, onOpened } = usePlaceButton(place);
  const { ref, pointer, onKeyDown } = usePiece(piece ?? '', place);
  const name = nameOfPlace(place);
  const { held } = state;
  const label =
    held === null
      ? piece === null
        ? t('placeEmpty', { place: name })
        : t('placeHolds', { place: name, pieces: nameOfPiece(piece) })
      : t('placeFor', { piece: nameOfPiece(held.piece), place: name });
  return (
    <PlaceMenu place={place} opened={opened} onOpened={onOpened}>
      <button
        type="button"
        ref={ref}
        {...(piece === null ? {} : pointer)}
        className={styles.slot}
        data-filled={piece !== null}
        aria-label={label}
        aria-disabled={locked}
        onKeyDown={onKeyDown}
      >
        {piece === null ? (
          (empty ?? <span className={styles.blank} />)
        ) : (
          <span className={styles.face}>{face(piece)}</span>
        )}
      </button>
    </PlaceMenu>
  );
};

const AddButton = ({ place }: { place: string }) => {
  const { state, locked, nameOfPiece, nameOfPlace } = useDragBoard();
  const t = useText(messages);
  const { opened, onOpened } = usePlaceButton(place);
  const { held } = state;
  const name = nameOfPlace(place);
  if (locked) return null;
  return (
    <PlaceMenu place={place} opened={opened} onOpened={onOpened}>
      <button
        type="button"
        className={styles.add}
        aria-label={
          held === null ? t('addTo', { place: name }) : t('placeFor', { piece: nameOfPiece(held.piece), place: name })
        }
      >
        <Icon of={IconPlus} /> {held === null ? t('add') : t('moveHere')}
      </button>
    </PlaceMenu>
  );
};

/** A piece in a place for several: pressed, it is in hand again; pressed once more, it goes back to where it lay. */
const Placed = ({ piece, place }: { piece: string; place: string }) => {
  const { locked, act, state, face, nameOfPiece, nameOfPlace } = useDragBoard();
  const t = useText(messages);
  const { ref, pointer, onKeyDown, isHeld, isDragging } = usePiece(piece, place);
  const onClick = () => {
    if (isHeld) act({ do: 'cancel' });
    else if (state.held !== null) act({ do: 'put', place });
    else act({ do: 'pick', piece, from: place });
  };
  return (
    <button
      type="button"
      ref={ref}
      {...pointer}
      className={styles.piece}
      aria-pressed={isHeld}
      aria-disabled={locked}
      aria-label={t('placedIn', { piece: nameOfPiece(piece), place: nameOfPlace(place) })}
      data-dragging={isDragging}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <span className={styles.face}>{face(piece)}</span>
    </button>
  );
};
