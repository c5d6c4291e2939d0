import { IconRotate2, IconRotateClockwise2, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import { takeKey } from '../window/take-key.ts';
import { useMovable } from '../window/use-movable.ts';
import { ProtractorFace, RuleFace } from './faces.tsx';
import styles from './measure.module.css';
import { type LengthUnit, type Measure, turnedBy, turnOfKey } from './measure.ts';

interface MeasureToolProps {
  readonly measure: Measure;
  readonly units: readonly LengthUnit[];
  readonly level: number;
  readonly onClose: () => void;
  readonly onTop: () => void;
}

/** A ruler or protractor that lies on the item: clear, moved and turned by pointer, buttons or keys. */
export const MeasureTool = ({ measure, units, level, onClose, onTop }: MeasureToolProps) => {
  const t = useText(messages);
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const face = useRef<HTMLDivElement>(null);
  const { at, handle } = useMovable(box, 0, 'middle');
  const [angle, setAngle] = useState(0);
  const [unit, setUnit] = useState<LengthUnit>(units[0] ?? 'centimeters');
  const placed = at !== undefined;
  useEffect(() => {
    if (placed) face.current?.focus({ preventScroll: true });
  }, [placed]);
  const turn = (by: number) => setAngle((before) => turnedBy(before, by));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey || event.ctrlKey || event.metaKey ? undefined : turnOfKey(event.key, event.shiftKey);
    if (by === undefined) return handle.onKeyDown(event);
    takeKey(event);
    turn(by);
  };
  const name = t(measure === 'rule' ? 'ruleName' : 'protractorName', { degrees: angle });
  return (
    <section
      ref={box}
      aria-label={t(measure)}
      className={styles.tool}
      data-tool-window=""
      style={{
        zIndex: 10 + level,
        ...(at === undefined ? { visibility: 'hidden' } : { transform: `translate(${at.x}px, ${at.y}px)` }),
      }}
      onPointerDownCapture={onTop}
    >
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: an application takes the keys that its hint names. */}
      <div
        ref={face}
        role="application"
        tabIndex={0}
        aria-label={name}
        aria-describedby={id}
        className={styles.face}
        style={{ transform: `rotate(${angle}deg)` }}
        {...handle}
        onKeyDown={onKeyDown}
      >
        {measure === 'rule' ? <RuleFace unit={unit} /> : <ProtractorFace />}
      </div>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: an application takes the keys that its hint names. */}
      <span id={id} hidden>
        {t('measureHow')}
      </span>
      <div className={styles.controls}>
        <button type="button" className={styles.button} aria-label={t('turnLeft')} onClick={() => turn(-5)}>
          <Icon of={IconRotate2} />
        </button>
        <span className={styles.angle}>{t('turned', { degrees: angle })}</span>
        <button type="button" className={styles.button} aria-label={t('turnRight')} onClick={() => turn(5)}>
          <Icon of={IconRotateClockwise2} />
        </button>
        {measure === 'rule' && units.length > 1 && (
          <select
            className={styles.units}
            aria-label={t('units')}
            value={unit}
            onChange={({ target }) => setUnit(target.value === 'inches' ? 'inches' : 'centimeters')}
          >
            {units.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
        )}
        <button type="button" className={styles.button} aria-label={t('close', { tool: t(measure) })} onClick={onClose}>
          <Icon of={IconX} />
        </button>
      </div>
    </section>
  );
};
