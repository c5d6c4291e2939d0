import { useCallback, useEffect, useReducer } from 'react';
import { forget, recall, remember } from './memory.ts';
import { move, type Place, type PlaceAct, placeFromText, placeToText } from './place.ts';

const nameOf = (attemptId: string): string => `place-${attemptId}`;

/** Once the exam is over, nobody comes back to a place in it. */
export const forgetPlace = (attemptId: string): void => forget(nameOf(attemptId));

/** Where the candidate is in the exam; found again after a reload. */
export const usePlace = (attemptId: string, itemIds: readonly string[]): readonly [Place, (act: PlaceAct) => void] => {
  const name = nameOf(attemptId);
  const [place, dispatch] = useReducer(
    (before: Place, act: PlaceAct) => move(before, act, itemIds),
    undefined,
    () => placeFromText(recall(name), itemIds),
  );
  useEffect(() => remember(name, placeToText(place)), [name, place]);
  return [place, useCallback((act: PlaceAct) => dispatch(act), [])];
};
