import { useCallback, useEffect, useRef, useState } from 'react';
import type { Stretch } from '../highlight/marks.ts';
import { type Rate, saidAt, type Utterance, voicesFor } from './plan.ts';

export type SpeechState = 'silent' | 'reading' | 'paused';

interface SpeechEnd {
  readonly by: 'done' | 'failed';
}

export interface Speech {
  /** Undefined until the browser has said which voices it has. */
  readonly voices: readonly SpeechSynthesisVoice[] | undefined;
  readonly state: SpeechState;
  start(utterances: readonly Utterance[], from?: number): void;
  pause(): void;
  goOn(): void;
  stop(): void;
}

interface SpeechOptions {
  readonly rate: Rate;
  readonly language: string;
  /** The name of a voice for the item's own language; another is found when it is gone. */
  readonly voice: string | null;
  readonly onSaid: (stretch: Stretch | undefined) => void;
  readonly onEnd: (end: SpeechEnd) => void;
}

export const canSpeak = (): boolean => typeof speechSynthesis !== 'undefined';

/** Browsers tell of their voices some time after they are asked; after this long, none is none. */
const VOICES_COME_MS = 1500;

const useVoices = (): readonly SpeechSynthesisVoice[] | undefined => {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>();
  useEffect(() => {
    if (!canSpeak()) return setVoices([]);
    const look = () => {
      const found = speechSynthesis.getVoices();
      if (found.length > 0) setVoices(found);
    };
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    const timer = setTimeout(() => setVoices((before) => before ?? []), VOICES_COME_MS);
    return () => {
      clearTimeout(timer);
      speechSynthesis.removeEventListener('voiceschanged', look);
    };
  }, []);
  return voices;
};

/** Reads utterances one after the other. A new speed or voice holds from the utterance that is being read. */
export const useSpeech = (options: SpeechOptions): Speech => {
  const voices = useVoices();
  const [state, setState] = useState<SpeechState>('silent');
  const latest = useRef({ ...options, voices });
  useEffect(() => {
    latest.current = { ...options, voices };
  });
  /** A turn that is over: its events, which come late, are not heard. */
  const turn = useRef(0);
  const queue = useRef<{ utterances: readonly Utterance[]; at: number }>({ utterances: [], at: 0 });

  const stop = useCallback(() => {
    turn.current += 1;
    if (canSpeak()) {
      speechSynthesis.cancel();
      // A canceled reading that was paused would leave the browser paused for good.
      speechSynthesis.resume();
    }
    latest.current.onSaid(undefined);
    setState('silent');
  }, []);

  const start = useCallback(
    (utterances: readonly Utterance[], from = 0) => {
      stop();
      const mine = turn.current;
      const read = (at: number) => {
        if (mine !== turn.current) return;
        const utterance = utterances[at];
        queue.current = { utterances, at };
        if (utterance === undefined) {
          stop();
          latest.current.onEnd({ by: 'done' });
          return;
        }
        const { rate, voice: wanted, voices: known = [], language } = latest.current;
        const fitting = voicesFor(known, utterance.language);
        const voice = fitting.find(({ name }) => name === wanted) ?? fitting[0] ?? voicesFor(known, language)[0];
        const speech = new SpeechSynthesisUtterance(utterance.text);
        speech.rate = rate;
        speech.lang = utterance.language;
        if (voice !== undefined) speech.voice = voice;
        speech.onboundary = ({ name, charIndex, charLength }) => {
          if (mine === turn.current && name === 'word') latest.current.onSaid(saidAt(utterance, charIndex, charLength));
        };
        speech.onend = () => read(at + 1);
        speech.onerror = ({ error }) => {
          if (mine !== turn.current || error === 'canceled' || error === 'interrupted') return;
          stop();
          latest.current.onEnd({ by: 'failed' });
        };
        speechSynthesis.speak(speech);
      };
      setState('reading');
      read(from);
    },
    [stop],
  );

  const reading = useRef(state);
  useEffect(() => {
    reading.current = state;
  });
  const { rate, voice } = options;
  const before = useRef(`${rate} ${voice}`);
  useEffect(() => {
    const now = `${rate} ${voice}`;
    if (before.current === now) return;
    before.current = now;
    if (reading.current === 'reading') start(queue.current.utterances, queue.current.at);
    else if (reading.current === 'paused') stop();
  }, [rate, voice, start, stop]);
  useEffect(() => stop, [stop]);

  return {
    voices,
    state,
    start,
    stop,
    pause: () => {
      speechSynthesis.pause();
      setState('paused');
    },
    goOn: () => {
      speechSynthesis.resume();
      setState('reading');
    },
  };
};
