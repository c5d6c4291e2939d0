import { type Area, areaBetween } from './place.ts';

/** What no tool covers: bars with the time, the navigation, the way to submit. */
const KEPT_CLEAR = '[data-keeps-clear]';

/** Where tools may stand in the window as it is now. */
export const freeArea = (): Area => {
  const bars = [...document.querySelectorAll(KEPT_CLEAR)].map((bar) => bar.getBoundingClientRect());
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return areaBetween({ width, height }, bars);
};
