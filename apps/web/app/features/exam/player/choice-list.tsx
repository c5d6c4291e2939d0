import { IconStrikethrough } from '@tabler/icons-react';
import type { ChoiceInteraction } from '@testamur/qti';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import type { ResponseValue } from '../delivery/entry.ts';
import { chosenIn, letterOf } from './choosing.ts';
import { Content } from './content.tsx';
import styles from './item.module.css';
import { messages } from './messages.ts';

interface ChoiceListProps {
  interaction: ChoiceInteraction;
  /** Names the radios; unique on the page. */
  name: string;
  value: ResponseValue | undefined;
  struck: ReadonlySet<string>;
  strikeButtons: boolean;
  locked: boolean;
  /** What the options answer, by id. */
  labelledBy: string;
  onChoose: (option: string) => void;
  onStrike: (option: string) => void;
}

/** Native radios or checkboxes, one option a row. */
export const ChoiceList = (props: ChoiceListProps) => {
  const { interaction, name, value, struck, strikeButtons, locked, labelledBy, onChoose, onStrike } = props;
  const t = useText(messages);
  const chosen = chosenIn(value);
  const single = interaction.cardinality === 'single';
  const group = { role: single ? 'radiogroup' : 'group', 'aria-labelledby': labelledBy } as const;
  return (
    <div {...group} className={styles.options}>
      {interaction.choices.map(({ identifier, content }, at) => {
        const isStruck = struck.has(identifier);
        const letter = letterOf(at);
        return (
          <div key={identifier} className={styles.option} data-struck={isStruck} data-chosen={chosen.has(identifier)}>
            <label className={styles.choice}>
              <input
                type={single ? 'radio' : 'checkbox'}
                name={name}
                checked={chosen.has(identifier)}
                disabled={locked}
                onChange={() => onChoose(identifier)}
              />
              <span className={styles.letter}>{letter}</span>
              <span className={styles.words}>
                <Content nodes={content} />
              </span>
              {isStruck && <span className="t-hidden">({t('struckOut')})</span>}
            </label>
            {strikeButtons && (
              <button
                type="button"
                className={styles.strike}
                aria-pressed={isStruck}
                aria-label={t('strike', { letter })}
                disabled={locked}
                onClick={() => onStrike(identifier)}
              >
                <Icon of={IconStrikethrough} />
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
};
