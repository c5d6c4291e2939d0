import type { PlainValue } from '@testamur/qti';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import type { PlayerContext } from '../../interaction-props.ts';
import type { Size } from '../geometry.ts';
import { messages } from '../messages.ts';
import { fileOf, flatten } from './paint.ts';
import { blank, type Drawing, isCleared, visible } from './strokes.ts';

/** Of the data URL, in characters. */
const maxLength = 500_000;

interface DrawingValue {
  readonly value: PlainValue;
  onChange(value: PlainValue): void;
  readonly context: PlayerContext;
  /** The image as it is shown, and what was drawn on it before. */
  readonly image: RefObject<HTMLImageElement | null>;
  readonly earlier: RefObject<HTMLImageElement | null>;
  readonly size: Size | null;
}

export type Saving = 'nothing' | 'kept' | 'too-large' | { readonly failed: string };

/** Keeps the strokes and makes the answer of them: a file by the page's upload where there is one, else a data URL. */
export const useDrawingValue = ({ value, onChange, context, image, earlier, size }: DrawingValue) => {
  const t = useText(messages);
  const [drawing, setDrawing] = useState<Drawing>(blank);
  const [saving, setSaving] = useState<Saving>('nothing');
  /** The answer that the strokes go on from; what comes from elsewhere begins anew. */
  const [ground, setGround] = useState<PlainValue>(value);
  /** Answers that were given and have not come back as `value` yet, oldest first. */
  const given = useRef<PlainValue[]>([]);
  const newest = useRef<PlainValue>(value);
  const turn = useRef(0);
  const pending = useRef<(() => void) | null>(null);

  useEffect(() => {
    const at = given.current.indexOf(value);
    if (at !== -1) {
      given.current.splice(0, at + 1);
      return;
    }
    if (value === newest.current) return;
    given.current = [];
    newest.current = value;
    turn.current += 1;
    setGround(value);
    setDrawing(blank);
    setSaving('nothing');
  }, [value]);

  const give = (next: PlainValue) => {
    if (next === newest.current) return;
    newest.current = next;
    given.current.push(next);
    onChange(next);
  };

  const save = async (now: Drawing): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const isLate = () => mine !== turn.current;
    const strokes = visible(now);
    const base = isCleared(now) ? null : ground;
    if (strokes.length === 0) {
      setSaving(base === null ? 'nothing' : 'kept');
      return give(base);
    }
    if (size === null) return;
    try {
      const under = (base === null ? null : earlier.current) ?? image.current;
      const ready = under?.complete && under.naturalWidth > 0 ? under : null;
      const made = flatten(ready, strokes, size, maxLength);
      if (made === null) return setSaving('too-large');
      const next = context.upload ? await context.upload(fileOf(made), () => undefined) : made;
      if (isLate()) return;
      setSaving('kept');
      give(next);
    } catch (error) {
      if (!isLate()) setSaving({ failed: error instanceof Error ? error.message : String(error) });
    }
  };

  /** An upload waits for a pause in drawing; leaving the item does not lose it. */
  const change = (next: Drawing) => {
    if (next === drawing) return;
    setDrawing(next);
    const run = () => {
      clearTimeout(timer);
      if (pending.current === run) pending.current = null;
      void save(next);
    };
    // Only the newest of several is saved: those before find another in their place.
    const timer = setTimeout(() => pending.current === run && run(), context.upload ? 1000 : 0);
    pending.current = run;
  };
  useEffect(() => () => pending.current?.(), []);

  const words =
    saving === 'nothing' && value === null
      ? t('drawingEmpty')
      : saving === 'nothing' || saving === 'kept'
        ? t('drawingSaved')
        : saving === 'too-large'
          ? t('drawingTooLarge')
          : t('drawingFailed', { reason: saving.failed });
  return { drawing, change, ground, words, hasFailed: typeof saving === 'object' || saving === 'too-large' };
};
