import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import type { Catalog } from '@testamur/qti';
import { type RefObject, useEffect, useId, useState } from 'react';
import { useDocument } from '../../../document/document-context.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import controls from '../controls.module.css';
import { rangesOf } from '../highlight/item-text.ts';
import type { Stretch } from '../highlight/marks.ts';
import { paint } from '../highlight/paint.ts';
import type { Highlights } from '../highlight/use-highlights.ts';
import { messages } from '../messages.ts';
import { type Rate, rates, utterancesOf, voicesFor } from './plan.ts';
import styles from './speech.module.css';
import { spokenPieces } from './spoken-pieces.ts';
import { canSpeak, useSpeech } from './use-speech.ts';

interface SpeechToolProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly itemId: string;
  readonly highlights: Highlights;
  readonly language: string;
  readonly catalogs: readonly Catalog[];
  readonly say: (text: string) => void;
}

/** Reads the item with a voice of the device and shows the word that is read. */
export const SpeechTool = ({ root, itemId, highlights, language, catalogs, say }: SpeechToolProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const id = useId();
  const [rate, setRate] = useState<Rate>(1);
  const [voice, setVoice] = useState<string | null>(null);
  const show = (stretch: Stretch | undefined) =>
    paint('testamur-spoken', stretch === undefined ? [] : rangesOf(highlights.textNow(), stretch));
  const speech = useSpeech({
    rate,
    voice,
    language,
    onSaid: show,
    onEnd: ({ by }) => say(t(by === 'done' ? 'readingDone' : 'readFailed')),
  });
  const { stop } = speech;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is not read on where this one was left.
  useEffect(() => stop, [itemId, stop]);

  const fitting = speech.voices === undefined ? undefined : voicesFor(speech.voices, language);
  const missing = fitting !== undefined && fitting.length === 0;
  const obstacle = !canSpeak()
    ? t('noSpeech')
    : t('noVoice', { language: new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language });
  if (missing) {
    return (
      <p className={controls.hint} role="status">
        {obstacle}
      </p>
    );
  }
  const read = (stretch?: Stretch) => {
    if (root.current === null) return;
    const imageOf = (words: string) => t('imageOf', { words });
    const utterances = utterancesOf(spokenPieces(root.current, { catalogs, language, imageOf }), stretch);
    if (utterances.length === 0) say(t('nothingToRead'));
    else speech.start(utterances);
  };
  const readSelected = () => {
    const stretch = highlights.selected();
    if (stretch === undefined) say(t('selectFirst'));
    else read(stretch);
  };
  const silent = speech.state === 'silent';
  return (
    <div className={styles.tool}>
      <div className={controls.row}>
        <button type="button" className={`${controls.button} ${controls.main}`} onClick={() => read()}>
          <Icon of={IconPlayerPlay} />
          {t('readAll')}
        </button>
        <button
          type="button"
          className={controls.button}
          onPointerDown={(event) => event.preventDefault()}
          onClick={readSelected}
        >
          {t('readSelected')}
        </button>
      </div>
      <div className={controls.row} data-idle={silent}>
        <button
          type="button"
          className={controls.button}
          aria-disabled={silent}
          onClick={() => {
            if (!silent) speech.state === 'paused' ? speech.goOn() : speech.pause();
          }}
        >
          <Icon of={speech.state === 'paused' ? IconPlayerPlay : IconPlayerPause} />
          {t(speech.state === 'paused' ? 'goOn' : 'pause')}
        </button>
        <button type="button" className={controls.button} aria-disabled={silent} onClick={stop}>
          <Icon of={IconPlayerStop} />
          {t('stop')}
        </button>
        <span className={styles.state}>{silent ? '' : t(speech.state === 'paused' ? 'readingPaused' : 'reading')}</span>
      </div>
      <label className={styles.line} htmlFor={`${id}-rate`}>
        <span>{t('rate')}</span>
        <input
          id={`${id}-rate`}
          type="range"
          min={0}
          max={rates.length - 1}
          step={1}
          value={rates.indexOf(rate)}
          aria-valuetext={t('rateIs', { rate })}
          onChange={({ target }) => setRate(rates[Number(target.value)] ?? 1)}
        />
        <span>{t('rateIs', { rate })}</span>
      </label>
      {fitting !== undefined && fitting.length > 1 && (
        <label className={styles.line} htmlFor={`${id}-voice`}>
          <span>{t('voice')}</span>
          <select
            id={`${id}-voice`}
            className={styles.select}
            value={voice ?? ''}
            onChange={({ target }) => setVoice(target.value === '' ? null : target.value)}
          >
            <option value="">{t('voiceUsual')}</option>
            {fitting.map(({ name, voiceURI }) => (
              <option key={voiceURI} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
};
