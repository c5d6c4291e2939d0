import type { CSSProperties, KeyboardEvent } from 'react';
import { useText } from '../../text/use-text.ts';
import { labelsOf, shareOf, snap } from '../answers/slide.ts';
import { TakeBack } from '../choices/take-back.tsx';
import { orientationOf } from '../content/vocabulary.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { sameTyped } from '../review/same.ts';
import { Verdict } from '../review/verdict.tsx';
import styles from './slider.module.css';

/** A number on a scale. Untouched, it has no answer: the thumb is hollow and the words say so (class SliderInteraction). */
export const Slider = (props: InteractionProps<KindOf<'slider'>>) => {
  const { interaction, id, value, onChange, mode, correct, labelledBy, describedBy } = props;
  const { lowerBound, upperBound, step, stepLabel, reverse, classes } = interaction;
  const t = useText(messages);
  const scale = { lowerBound, upperBound, step };
  const one = Array.isArray(value) ? value[0] : value;
  const answer = typeof one === 'number' ? one : null;
  const vertical = orientationOf(classes, interaction.orientation) === 'vertical';
  const stands = answer ?? snap((lowerBound + upperBound) / 2, scale);
  const open = mode === 'open';
  const set = (number: number) => {
    const next = snap(number, scale);
    onChange(interaction.cardinality === 'single' ? next : [next]);
  };
  // Where it stands already is an answer as well, though nothing moves.
  const onKeyDown = (event: KeyboardEvent) => {
    if (answer !== null || (event.key !== ' ' && event.key !== 'Enter')) return;
    event.preventDefault();
    set(stands);
  };
  return (
    <div className={styles.slider} data-vertical={vertical} data-reverse={reverse} data-unset={answer === null}>
      <output htmlFor={id} id={`${id}-value`} className={styles.value}>
        {answer === null ? t('noAnswerYet') : t('sliderValue', { value: answer })}
      </output>
      <div className={styles.scale}>
        <input
          id={id}
          className={styles.range}
          type="range"
          min={lowerBound}
          max={upperBound}
          step={step > 0 ? step : 'any'}
          value={stands}
          disabled={!open}
          dir={reverse && !vertical ? 'rtl' : undefined}
          aria-labelledby={labelledBy}
          aria-describedby={
            [describedBy, open && answer === null ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined
          }
          aria-valuetext={answer === null ? t('noAnswerYet') : t('sliderValue', { value: answer })}
          aria-orientation={vertical ? 'vertical' : 'horizontal'}
          onChange={({ currentTarget }) => set(currentTarget.valueAsNumber)}
          onPointerUp={({ currentTarget }) => open && answer === null && set(currentTarget.valueAsNumber)}
          onKeyDown={onKeyDown}
        />
        <div className={styles.labels} aria-hidden="true">
          {labelsOf(scale, stepLabel).map((number) => (
            <span key={number} className={styles.label} style={{ '--share': shareOf(number, scale) } as CSSProperties}>
              {t('sliderValue', { value: number })}
            </span>
          ))}
        </div>
      </div>
      {open && answer === null && (
        <p id={`${id}-hint`} className={styles.hint}>
          {t('noAnswerHint')}
        </p>
      )}
      {open && answer !== null && <TakeBack shown onClick={() => onChange(null)} />}
      {mode === 'review' && (
        <Verdict
          answer={<strong>{answer === null ? '' : t('sliderValue', { value: answer })}</strong>}
          answered={answer !== null}
          correct={correct}
          keyWords={
            <strong>{typeof correct === 'number' ? t('sliderValue', { value: correct }) : String(correct)}</strong>
          }
          isRight={sameTyped(answer, correct)}
        />
      )}
    </div>
  );
};
