export { DragBoard, type DragBoardProps } from './drag-board.tsx';
export { type Board, type BoardPiece, type BoardPlace, type Placement, piecesIn } from './pick-and-place.ts';
export { Tray } from './piece.tsx';
export { Place } from './place.tsx';
export { placementsOf, valueOfPlacements } from './placements.ts';
export { SortableList, type SortableListProps } from './sortable-list.tsx';
export type { SortableListOptions } from './use-sortable-list.ts';
