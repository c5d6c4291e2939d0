import { useCallback, useEffect, useReducer } from 'react';
import { recall, remember } from './memory.ts';
import { move, type Place, type PlaceAct, placeFromText, placeToText } from './place.ts';

/** Where the candidate is in the exam; found again after a reload. */
export const usePlace = (attemptId: string, itemIds: readonly string[]): readonly [Place, (act: PlaceAct) => void] => {
  const name = `place-${attemptId}`;
  const [place, dispatch] = useReducer(
    (before: Place, act: PlaceAct) => move(before, act, itemIds),
    undefined,
    () => placeFromText(recall(name), itemIds),
  );
  useEffect(() => remember(name, placeToText(place)), [name, place]);
  return [place, useCallback((act: PlaceAct) => dispatch(act), [])];
};
