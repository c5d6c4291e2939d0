import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp } from '@tabler/icons-react';
import { type RefObject, useId } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import controls from '../controls.module.css';
import { messages } from '../messages.ts';
import styles from './zoom.module.css';
import { panned, type Way, type ZoomLevel, zoomLevels } from './zoom.ts';

interface ZoomToolProps {
  readonly level: ZoomLevel;
  readonly onLevel: (level: ZoomLevel) => void;
  readonly box: RefObject<HTMLDivElement | null>;
}

const arrows = [
  ['left', IconArrowLeft, 'panBack', 'panOn'],
  ['up', IconArrowUp, 'panUp', 'panUp'],
  ['down', IconArrowDown, 'panDown', 'panDown'],
  ['right', IconArrowRight, 'panOn', 'panBack'],
] as const;

/** How large the item is seen, and where; the arrows are for those who can neither scroll nor press keys. */
export const ZoomTool = ({ level, onLevel, box }: ZoomToolProps) => {
  const t = useText(messages);
  const name = useId();
  const pan = (way: Way) => {
    const element = box.current;
    if (element === null) return;
    element.scrollBy(panned({ width: element.clientWidth, height: element.clientHeight }, way));
  };
  const rtl = typeof document !== 'undefined' && document.documentElement.dir === 'rtl';
  return (
    <div className={styles.tool}>
      <fieldset className={controls.choice}>
        <legend>{t('zoom')}</legend>
        {zoomLevels.map((each) => (
          <label key={each} className={controls.part}>
            <input type="radio" name={name} checked={each === level} onChange={() => onLevel(each)} />
            <span>{each === 100 ? t('zoomFit') : t('percent', { size: each })}</span>
          </label>
        ))}
      </fieldset>
      {level > 100 && (
        <fieldset className={controls.set}>
          <legend>{t('pan')}</legend>
          <div className={controls.row} dir="ltr">
            {arrows.map(([way, icon, words, wordsRtl]) => (
              <button
                key={way}
                type="button"
                className={controls.button}
                aria-label={t(rtl ? wordsRtl : words)}
                onClick={() => pan(way)}
              >
                <Icon of={icon} />
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <p className={controls.hint}>{t('zoomHow')}</p>
    </div>
  );
};
