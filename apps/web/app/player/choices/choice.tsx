import { IconCheck, IconStrikethrough } from '@tabler/icons-react';
import type { Choice as ChoiceNode } from '@testamur/qti';
import type { CSSProperties } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { isExclusive, membersOf, toggle } from '../answers/choose.ts';
import { labelOf, numberIn, orientationOf, qtiClasses } from '../content/vocabulary.ts';
import { Group } from '../group.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { Marks } from '../review/marks.tsx';
import { inKey } from '../review/same.ts';
import { TermButtons } from '../supports/supported.tsx';
import { termsOfChoice } from '../supports/terms.ts';
import styles from './choices.module.css';
import { TakeBack } from './take-back.tsx';

/** Native radios or checkboxes, one alternative a row, or as the shared vocabulary says (class ChoiceInteraction). */
export const Choice = (props: InteractionProps<KindOf<'choice'>>) => {
  const { interaction, value, onChange, mode, labelledBy, describedBy, context } = props;
  const { cardinality, maxChoices, choices, classes, data } = interaction;
  const t = useText(messages);
  const choosing = { cardinality, max: maxChoices, order: choices.map(({ identifier }) => identifier) };
  const exclusive = isExclusive(choosing);
  const onPress = (identifier: string) => {
    const change = toggle(value, identifier, choosing);
    if (change.ok) onChange(change.value);
    else context.say(data['max-selections-message'] ?? t('atMost', { count: change.most }));
  };
  const columns = numberIn(classes, 'qti-choices-stacking-');
  const layout = {
    '--columns': columns ?? 1,
    '--rows': Math.ceil(choices.length / (columns ?? 1)),
  } as CSSProperties;
  return (
    <>
      <Group
        role={exclusive ? 'radiogroup' : 'group'}
        labelledBy={labelledBy}
        {...(describedBy === undefined ? {} : { describedBy })}
        className={[styles.options, ...qtiClasses(classes)].join(' ')}
        orientation={orientationOf(classes, interaction.orientation)}
        stacked={columns !== undefined}
        style={layout}
      >
        {choices.map((choice, at) => (
          <Option
            {...props}
            key={choice.identifier}
            choice={choice}
            label={labelOf(at, classes)}
            number={at + 1}
            type={exclusive ? 'radio' : 'checkbox'}
            onPress={onPress}
          />
        ))}
      </Group>
      {exclusive && mode === 'open' && <TakeBack shown={value !== null} onClick={() => onChange(null)} />}
    </>
  );
};

interface OptionProps extends InteractionProps<KindOf<'choice'>> {
  readonly choice: ChoiceNode;
  readonly label: string;
  readonly number: number;
  readonly type: 'radio' | 'checkbox';
  onPress(identifier: string): void;
}

const Option = (props: OptionProps) => {
  const { interaction, id, value, mode, correct, struck, onStrike, strikeButtons, context } = props;
  const { choice, label, number, type, onPress } = props;
  const { identifier, content } = choice;
  const t = useText(messages);
  const isChosen = membersOf(value).includes(identifier);
  const isStruck = struck?.has(identifier) === true;
  const hidden = interaction.classes.includes('qti-input-control-hidden');
  const catalog = choice.catalogIdref === null ? {} : { 'data-catalog-idref': choice.catalogIdref };
  return (
    <div className={styles.option} data-struck={isStruck} data-chosen={isChosen} data-locked={mode !== 'open'}>
      <label className={styles.choice} data-bare={hidden} {...catalog}>
        <input
          type={type}
          name={id}
          value={identifier}
          checked={isChosen}
          disabled={mode !== 'open'}
          onChange={() => onPress(identifier)}
        />
        {label !== '' && <span className={styles.label}>{label}</span>}
        <span className={styles.words}>{context.content(content)}</span>
        {hidden && (
          <span className={styles.tick} data-shown={isChosen}>
            <Icon of={IconCheck} />
          </span>
        )}
        {isStruck && <span className="t-hidden">({t('struckOut')})</span>}
        {mode === 'review' && (
          <span className={styles.marks}>
            <Marks chosen={isChosen} inKey={inKey(correct, identifier)} />
          </span>
        )}
      </label>
      <TermButtons terms={termsOfChoice(choice)} look="row" />
      {strikeButtons === true && onStrike && mode === 'open' && (
        <button
          type="button"
          className={styles.strike}
          aria-pressed={isStruck}
          aria-label={t('strike', { label: label === '' ? t('option', { number }) : label })}
          onClick={() => onStrike(identifier)}
        >
          <Icon of={IconStrikethrough} />
        </button>
      )}
    </div>
  );
};
