import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { createCodeReader } from './read-code.ts';

export type ScanState = 'off' | 'starting' | 'looking' | 'denied' | 'no-camera';

const betweenLooksMs = 200;

interface Scanner {
  readonly state: ScanState;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly start: () => void;
  readonly stop: () => void;
}

/** The camera from a press until a code is found, it is stopped, or the page is left. */
export const useScanner = (onFound: (text: string) => void): Scanner => {
  const [state, setState] = useState<ScanState>('off');
  const video = useRef<HTMLVideoElement>(null);
  const ending = useRef<(() => void) | undefined>(undefined);

  const end = useCallback(() => {
    ending.current?.();
    ending.current = undefined;
  }, []);
  const stop = useCallback(() => {
    end();
    setState('off');
  }, [end]);
  useEffect(() => end, [end]);

  const start = useCallback(async () => {
    setState('starting');
    let isOver = false;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      ending.current = () => {
        isOver = true;
        for (const track of stream.getTracks()) track.stop();
      };
      const read = await createCodeReader();
      setState('looking');
      const screen = video.current;
      if (!screen) return end();
      screen.srcObject = stream;
      await screen.play();
      while (!isOver) {
        const found = await read(screen);
        if (isOver) return;
        if (found !== undefined && found !== '') {
          stop();
          return onFound(found);
        }
        await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
      }
    } catch (error) {
      if (isOver) return;
      end();
      setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'no-camera');
    }
  }, [end, stop, onFound]);

  return { state, video, start: () => void start(), stop };
};
