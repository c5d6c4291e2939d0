import { useEffect, useRef, useState } from 'react';

/**
 * Whether a person has left a field, which is when to say what is wrong with it. Where a press elsewhere takes the focus, it
 * waits until that press is done: words that come in between would move the page, and the press would miss its mark.
 */
export const useLeft = () => {
  const [left, setLeft] = useState(false);
  const pressed = useRef(false);
  useEffect(() => {
    const press = () => {
      pressed.current = true;
    };
    const release = () => {
      pressed.current = false;
    };
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, []);
  const leave = () => {
    if (!pressed.current) return setLeft(true);
    // The click of the press comes right after its end.
    const done = () => setTimeout(() => setLeft(true));
    window.addEventListener('pointerup', done, { once: true });
  };
  return { left, enter: () => setLeft(false), leave };
};
