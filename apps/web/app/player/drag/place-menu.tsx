import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '../../text/use-text.ts';
import { useDragBoard } from './board-context.ts';
import styles from './drag.module.css';
import { messages } from './messages.ts';
import { piecesFor, piecesIn } from './pick-and-place.ts';

interface PlaceMenuProps {
  readonly place: string;
  readonly opened: boolean;
  onOpened(opened: boolean): void;
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** What can be done with a place without dragging: put in what fits, take out what is in. */
export const PlaceMenu = ({ place, opened, onOpened, children }: PlaceMenuProps) => {
  const { board, state, act, face, nameOfPiece } = useDragBoard();
  const t = useText(messages);
  const fitting = opened ? piecesFor(board, state.placements, place) : [];
  const inside = opened ? piecesIn(state.placements, place) : [];
  return (
    <Menu opened={opened} onChange={onOpened} position="bottom-start" shadow="sm" transitionProps={{ duration: 0 }}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {fitting.length > 0 && <Menu.Label>{t('moveHere')}</Menu.Label>}
        {fitting.map((piece) => (
          <Menu.Item
            key={piece}
            className={styles.menuItem}
            aria-label={nameOfPiece(piece)}
            onClick={() => act({ do: 'move', piece, from: null, place })}
          >
            {face(piece)}
          </Menu.Item>
        ))}
        {fitting.length === 0 && inside.length === 0 && <Menu.Label>{t('nothingFits')}</Menu.Label>}
        {fitting.length > 0 && inside.length > 0 && <Menu.Divider />}
        {inside.map((piece) => (
          <Menu.Item
            key={piece}
            className={styles.menuItem}
            onClick={() => act({ do: 'move', piece, from: place, place: null })}
          >
            {t('take', { piece: nameOfPiece(piece) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
