import { createContext, type ReactNode, use } from 'react';
import type { Board, BoardAct, BoardState } from './pick-and-place.ts';

/** What pieces and places share. */
export interface BoardContextValue {
  /** Begins the ids of drag sources and targets, so that several boards may stand on one page. */
  readonly id: string;
  readonly board: Board;
  readonly state: BoardState;
  readonly locked: boolean;
  act(act: BoardAct): void;
  /** How pieces look. */
  face(piece: string): ReactNode;
  /** What pieces and places are called, in plain words. */
  nameOfPiece(piece: string): string;
  nameOfPlace(place: string): string;
}

export const BoardContext = createContext<BoardContextValue | null>(null);

/** The board that a component stands on: its state, and the one way to change it. */
export const useDragBoard = (): BoardContextValue => {
  const board = use(BoardContext);
  if (board === null) throw new Error('Piece, Place and Tray stand inside a DragBoard.');
  return board;
};
