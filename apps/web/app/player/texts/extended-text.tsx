import { IconPlus } from '@tabler/icons-react';
import type { PlainValue } from '@testamur/qti';
import { useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { textBoxes, textsValue } from '../answers/texts.ts';
import { showTyped } from '../answers/typed.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { sameTyped } from '../review/same.ts';
import { Verdict } from '../review/verdict.tsx';
import { TextBox } from './text-box.tsx';
import styles from './texts.module.css';

type Props = InteractionProps<KindOf<'extended-text'>>;

/** A long text, or several where the response is a container (class ExtendedTextInteraction). */
export const ExtendedText = (props: Props) => {
  const { interaction, id, mode, value, correct } = props;
  const t = useText(messages);
  if (mode === 'review') {
    const shown = showTyped(value, interaction.base);
    return (
      <div className={styles.reviewedLong}>
        <Verdict
          answer={<span className={styles.long}>{shown}</span>}
          answered={shown !== ''}
          correct={correct}
          keyWords={<span className={styles.long}>{showTyped(correct, interaction.base)}</span>}
          isRight={sameTyped(value, correct)}
        />
      </div>
    );
  }
  const isContainer = interaction.cardinality === 'multiple' || interaction.cardinality === 'ordered';
  return (
    <>
      {interaction.format === 'xhtml' && (
        <p id={`${id}-note`} className={styles.note}>
          {t('plainNote')}
        </p>
      )}
      {isContainer ? <SeveralTexts {...props} /> : <OneText {...props} />}
    </>
  );
};

const OneText = (props: Props) => {
  const { interaction, id, value, onChange, onText } = props;
  const { cardinality, baseType, base } = interaction;
  return (
    <TextBox
      {...props}
      id={id}
      labelledBy={props.labelledBy}
      value={value}
      as={{ cardinality, baseType, base }}
      onChange={(next, text) => {
        onChange(next);
        onText?.(text === '' ? null : text);
      }}
    />
  );
};

const SeveralTexts = (props: Props) => {
  const { interaction, id, value, onChange, mode, labelledBy } = props;
  const { strings, baseType, base } = interaction;
  const t = useText(messages);
  const [boxes, setBoxes] = useState<readonly PlainValue[]>(() => textBoxes(value, strings));
  const [known, setKnown] = useState(value);
  // An answer that comes from elsewhere takes the place of what stands here.
  if (known !== value) {
    setKnown(value);
    if (JSON.stringify(textsValue(boxes)) !== JSON.stringify(value)) setBoxes(textBoxes(value, strings));
  }
  const change = (at: number, text: PlainValue) => {
    const next = boxes.with(at, text);
    setBoxes(next);
    onChange(textsValue(next));
  };
  const canAdd = mode === 'open' && (strings.max === null || boxes.length < strings.max);
  return (
    <div className={styles.several}>
      {boxes.map((box, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: texts have no names but their places.
        <div key={at}>
          <span id={`${id}-name-${at}`} className={styles.name}>
            {t('textOf', { number: at + 1 })}
          </span>
          <TextBox
            {...props}
            id={`${id}-${at}`}
            labelledBy={`${labelledBy} ${id}-name-${at}`}
            value={box}
            as={{ cardinality: 'single', baseType, base }}
            onChange={(next) => change(at, next)}
          />
        </div>
      ))}
      {canAdd && (
        <button type="button" className={styles.add} onClick={() => setBoxes([...boxes, null])}>
          <Icon of={IconPlus} /> {t('addText')}
        </button>
      )}
    </div>
  );
};
