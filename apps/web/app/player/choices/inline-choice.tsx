import { Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { isPlain } from '../content/parts-in.ts';
import { numberIn } from '../content/vocabulary.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { Marks } from '../review/marks.tsx';
import { inKey } from '../review/same.ts';
import { Verdict } from '../review/verdict.tsx';
import styles from './inline-choice.module.css';
import { nameOfChoice } from './names.ts';

type Props = InteractionProps<KindOf<'inline-choice'>>;

/** The answer as the one value of a single variable, or the one member of another. */
const chosenIn = ({ value }: Props): string => (Array.isArray(value) ? String(value[0] ?? '') : String(value ?? ''));

const answerOf = ({ interaction }: Props, identifier: string) => {
  if (identifier === '') return null;
  return interaction.cardinality === 'single' ? identifier : [identifier];
};

/** One choice in a line of text: the native list where choices are words, else one that shows content. */
export const InlineChoice = (props: Props) => {
  const { interaction, mode, correct } = props;
  if (mode === 'review') return <Reviewed {...props} correct={correct ?? null} />;
  return interaction.choices.every(({ content }) => isPlain(content)) ? <Native {...props} /> : <Rich {...props} />;
};

const widthOf = ({ interaction }: Props) => {
  const width = numberIn(interaction.classes, 'qti-input-width-');
  return width === undefined ? {} : { style: { inlineSize: `calc(${width}ch + 3.25rem)` } };
};

const Native = (props: Props) => {
  const { interaction, id, mode, onChange, labelledBy, describedBy } = props;
  const t = useText(messages);
  const language = interaction.language === null ? {} : { lang: interaction.language };
  return (
    <select
      id={id}
      name={id}
      className={styles.select}
      {...widthOf(props)}
      {...language}
      aria-labelledby={labelledBy}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={chosenIn(props)}
      disabled={mode !== 'open'}
      onChange={({ currentTarget }) => onChange(answerOf(props, currentTarget.value))}
    >
      <option value="">{interaction.placeholder ?? interaction.data.prompt ?? t('choose')}</option>
      {interaction.choices.map((choice) => (
        <option key={choice.identifier} value={choice.identifier}>
          {nameOfChoice(choice)}
        </option>
      ))}
    </select>
  );
};

const Rich = (props: Props) => {
  const { interaction, id, mode, onChange, labelledBy, describedBy, context } = props;
  const t = useText(messages);
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const current = chosenIn(props);
  const chosen = interaction.choices.find(({ identifier }) => identifier === current);
  const empty = interaction.placeholder ?? interaction.data.prompt ?? t('choose');
  return (
    <Combobox
      store={list}
      withinPortal
      width="max-content"
      position="bottom-start"
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(identifier) => {
        onChange(answerOf(props, identifier));
        list.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <button
          type="button"
          id={id}
          className={styles.button}
          {...widthOf(props)}
          role="combobox"
          aria-expanded={list.dropdownOpened}
          aria-labelledby={`${labelledBy} ${id}`}
          {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
          disabled={mode !== 'open'}
          onClick={() => list.toggleDropdown()}
        >
          <span className={styles.face} data-empty={chosen === undefined}>
            {chosen === undefined ? empty : context.content(chosen.content)}
          </span>
          <Icon of={IconChevronDown} size={18} />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.list}>
        <Combobox.Options aria-labelledby={labelledBy}>
          <Combobox.Option value="" className={styles.option} active={current === ''}>
            {empty}
          </Combobox.Option>
          {interaction.choices.map(({ identifier, content }) => (
            <Combobox.Option
              key={identifier}
              value={identifier}
              className={styles.option}
              active={identifier === current}
              data-chosen={identifier === current}
            >
              {context.content(content)}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};

const Reviewed = (props: Props) => {
  const { interaction, correct, context } = props;
  const shown = (identifier: string) => {
    const found = interaction.choices.find((choice) => choice.identifier === identifier);
    return found === undefined ? identifier : context.content(found.content);
  };
  const current = chosenIn(props);
  const right = current === '' ? null : inKey(correct, current);
  if (right === true) {
    return (
      <span className={styles.reviewed}>
        {shown(current)} <Marks chosen inKey />
      </span>
    );
  }
  const keys = Array.isArray(correct) ? correct.map(String) : [String(correct ?? '')];
  return (
    <span className={styles.reviewed}>
      <Verdict
        answer={shown(current)}
        answered={current !== ''}
        correct={correct}
        keyWords={shown(keys[0] ?? '')}
        isRight={right}
      />
    </span>
  );
};
