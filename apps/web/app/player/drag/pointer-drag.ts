import {
  type Announcements,
  type CollisionDetection,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';

const nothing = () => undefined;

/** The page's own live region says what happens, in the reader's language: the library stays silent. */
const announcements: Announcements = {
  onDragStart: nothing,
  onDragOver: nothing,
  onDragEnd: nothing,
  onDragCancel: nothing,
};
export const silent = { announcements, screenReaderInstructions: { draggable: '' }, restoreFocus: false };

/** A press is a press until the mouse has moved; a finger has to rest first, so that the page can be scrolled. */
export const usePointers = () =>
  useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
  );

/** The place under the pointer; else the one that the piece overlaps most. */
export const underPointer: CollisionDetection = (args) => {
  const within = pointerWithin(args);
  return within.length > 0 ? within : rectIntersection(args);
};
