import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

const everyMs = 2000;

/** Looks again while the work goes on. Without scripts there is a link that does. */
export const useWatch = (isRunning: boolean): void => {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isRunning || state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), everyMs);
    return () => clearTimeout(timer);
  }, [isRunning, revalidate, state]);
};
