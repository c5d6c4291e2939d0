import { IconX } from '@tabler/icons-react';
import { useId, useSyncExternalStore } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import controls from '../controls.module.css';
import { messages } from '../messages.ts';
import { excerpt } from './excerpt.ts';
import styles from './highlight.module.css';
import { type MarkStyle, markStyles, type Stretch } from './marks.ts';
import { canPaint } from './paint.ts';
import type { Highlights } from './use-highlights.ts';
import { WordPicker } from './word-picker.tsx';

const styleWords = { solid: 'markSolid', dotted: 'markDotted', double: 'markDouble' } as const;

interface HighlightToolProps {
  readonly highlights: Highlights;
  readonly language: string;
  readonly style: MarkStyle;
  readonly onStyle: (style: MarkStyle) => void;
  readonly say: (text: string) => void;
}

const neverChanges = () => () => {};

/** Marks on the text of the item: put on, taken off, listed. */
export const HighlightTool = ({ highlights, language, style, onStyle, say }: HighlightToolProps) => {
  const t = useText(messages);
  const id = useId();
  const paints = useSyncExternalStore(neverChanges, canPaint, () => true);
  const { text } = highlights.textNow();
  const put = (stretch: Stretch | undefined) => {
    if (stretch === undefined) return say(t('selectFirst'));
    highlights.put(stretch, style);
    say(t('marked', { words: excerpt(highlights.textNow().text, stretch) }));
  };
  const take = (stretch: Stretch | undefined) => {
    if (stretch === undefined) return say(t('selectFirst'));
    highlights.take(stretch);
    say(t('unmarked', { words: excerpt(highlights.textNow().text, stretch) }));
  };
  return (
    <div className={styles.tool}>
      {!paints && <p className={controls.hint}>{t('marksUnseen')}</p>}
      <fieldset className={controls.choice}>
        <legend>{t('markWith')}</legend>
        {markStyles.map((each) => (
          <label key={each} className={controls.part}>
            <input type="radio" name={id} checked={each === style} onChange={() => onStyle(each)} />
            <span className={styles.sample} data-style={each}>
              {t(styleWords[each])}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={controls.row}>
        <button
          type="button"
          className={`${controls.button} ${controls.main}`}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => put(highlights.selected())}
        >
          {t('markSelected')}
        </button>
        <button
          type="button"
          className={controls.plain}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(highlights.selected())}
        >
          {t('unmarkSelected')}
        </button>
      </div>
      <WordPicker
        highlights={highlights}
        language={language}
        say={say}
        onPut={put}
        onTake={take}
        onStyle={(each) => {
          onStyle(each);
          say(t(styleWords[each]));
        }}
      />
      <h3 className={styles.count}>{t('marks', { count: highlights.marks.length })}</h3>
      {highlights.marks.length > 0 && (
        <>
          <ul className={styles.marks}>
            {highlights.marks.map((mark) => (
              <li key={mark.start}>
                <span className={styles.sample} data-style={mark.style}>
                  {excerpt(text, mark)}
                </span>
                <button
                  type="button"
                  className={styles.off}
                  aria-label={t('unmarkThis', { words: excerpt(text, mark) })}
                  onClick={() => take(mark)}
                >
                  <Icon of={IconX} size={18} />
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className={controls.plain}
            onClick={() => {
              highlights.clear();
              say(t('unmarkedAll'));
            }}
          >
            {t('unmarkAll')}
          </button>
        </>
      )}
    </div>
  );
};
