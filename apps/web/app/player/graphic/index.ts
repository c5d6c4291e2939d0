export { DrawingPlayer } from './drawing/drawing.tsx';
export { GraphicAssociatePlayer } from './graphic-associate.tsx';
export { GraphicGapMatchPlayer } from './graphic-gap-match.tsx';
export { GraphicOrderPlayer } from './graphic-order.tsx';
export { HotspotPlayer } from './hotspot.tsx';
export { PositionObjectPlayer } from './position-object.tsx';
export { SelectPointPlayer } from './select-point.tsx';
export { StageProvider } from './stage-room.tsx';
