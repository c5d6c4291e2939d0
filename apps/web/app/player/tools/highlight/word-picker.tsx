import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import controls from '../controls.module.css';
import { messages } from '../messages.ts';
import { takeKey } from '../window/take-key.ts';
import styles from './highlight.module.css';
import { rangesOf } from './item-text.ts';
import { isMarkedIn, type MarkStyle, markStyles, type Stretch } from './marks.ts';
import { paint } from './paint.ts';
import type { Highlights } from './use-highlights.ts';
import { lineStep, moved, step, stretchOf, type WordChoice, type WordStep, wordsIn } from './words.ts';

interface WordPickerProps {
  readonly highlights: Highlights;
  readonly language: string;
  readonly say: (text: string) => void;
  readonly onPut: (stretch: Stretch) => void;
  readonly onTake: (stretch: Stretch) => void;
  readonly onStyle: (style: MarkStyle) => void;
}

const steps: Readonly<Record<string, WordStep>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
};

/**
 * Words of the item are chosen by keys from here: the focus stays, so that the item's own controls keep theirs, and the
 * chosen words are shown in the item and said.
 */
export const WordPicker = ({ highlights, language, say, onPut, onTake, onStyle }: WordPickerProps) => {
  const t = useText(messages);
  const id = useId();
  const [choice, setChoice] = useState<WordChoice>({ anchor: 0, at: 0 });
  const [active, setActive] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => () => paint('testamur-chosen', []), []);

  const look = () => {
    const now = highlights.textNow();
    return { now, words: wordsIn(now.text, now.breaks, language) };
  };
  const show = (wanted: WordChoice) => {
    const { now, words } = look();
    const next = moved(wanted, wanted.at, true, words.length);
    const stretch = stretchOf(words, next);
    setChoice(next);
    if (stretch === undefined) return;
    const ranges = rangesOf(now, stretch);
    paint('testamur-chosen', ranges);
    const end = words[next.at];
    const [range] = end === undefined ? [] : rangesOf(now, end);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const said = now.text.slice(stretch.start, stretch.end).replace(/\s+/g, ' ');
    say(t(isMarkedIn(highlights.marks, stretch) ? 'wordMarked' : 'wordsChosen', { words: said }));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.key === 'Tab' || event.key === 'Escape') return;
    const { key, shiftKey } = event;
    const { now, words } = look();
    const stretch = stretchOf(words, choice);
    const rtl = place.current !== null && getComputedStyle(place.current).direction === 'rtl';
    const way = steps[rtl && key === 'ArrowLeft' ? 'ArrowRight' : rtl && key === 'ArrowRight' ? 'ArrowLeft' : key];
    if (way !== undefined) show(step(choice, way, shiftKey, words.length));
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const boxes = words.map((word) => rangesOf(now, word)[0]?.getBoundingClientRect());
      show(moved(choice, lineStep(boxes, choice.at, key === 'ArrowUp' ? 'up' : 'down'), shiftKey, words.length));
    } else if (key === 'Enter' || key === ' ') {
      if (stretch !== undefined) onPut(stretch);
    } else if (key === 'Delete' || key === 'Backspace') {
      if (stretch !== undefined) onTake(stretch);
    } else if (/^[1-3]$/.test(key)) {
      const style = markStyles[Number(key) - 1];
      if (style !== undefined) onStyle(style);
    } else return;
    takeKey(event);
  };

  return (
    <>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: an application takes the keys that its hint names. */}
      <div
        ref={place}
        role="application"
        tabIndex={0}
        aria-label={t('byKeys')}
        aria-describedby={id}
        className={styles.picker}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setActive(true);
          show(choice);
        }}
        onBlur={() => {
          setActive(false);
          paint('testamur-chosen', []);
        }}
      >
        {t('byKeys')}
      </div>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: an application takes the keys that its hint names. */}
      <p id={id} className={controls.hint} hidden={!active}>
        {t('byKeysHow')}
      </p>
    </>
  );
};
