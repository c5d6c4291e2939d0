export { useDragBoard } from './board-context.ts';
export { DragBoard, type DragBoardProps } from './drag-board.tsx';
export { type Board, type BoardPiece, type BoardPlace, type Placement, piecesIn, usesLeft } from './pick-and-place.ts';
export { Piece, Tray } from './piece.tsx';
export { Place } from './place.tsx';
export { placementsOf, valueOfPlacements } from './placements.ts';
export { SortableList, type SortableListProps } from './sortable-list.tsx';
export { type SortableListOptions, useSortableList } from './use-sortable-list.ts';
