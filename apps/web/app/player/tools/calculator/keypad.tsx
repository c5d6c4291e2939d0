import { useText } from '../../../text/use-text.ts';
import styles from './calculator.module.css';
import { basicKeys, type CalculatorKind, type Key, type KeyAct, mainKeys, scientificKeys } from './keys.ts';
import { calculatorMessages } from './messages.ts';

interface KeysProps {
  readonly label: 'functions' | 'keys';
  readonly className: string | undefined;
  readonly keys: readonly Key[];
  readonly onPress: (act: KeyAct) => void;
}

const Keys = ({ label, className, keys, onPress }: KeysProps) => {
  const t = useText(calculatorMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend into the keys.
    <div role="group" aria-label={t(label)} className={className} dir="ltr">
      {keys.map((key) => (
        <button
          key={key.shown}
          type="button"
          className={styles.key}
          data-looks={key.looks}
          {...(key.name === undefined ? {} : { 'aria-label': t(key.name) })}
          onClick={() => onPress(key.act)}
        >
          {key.shown}
        </button>
      ))}
    </div>
  );
};

/** Digits first, in the places that they have on every pocket calculator; functions beside or below them. */
export const Keypad = ({ kind, onPress }: { kind: CalculatorKind; onPress: (act: KeyAct) => void }) =>
  kind === 'basic' ? (
    <>
      <Keys label="functions" className={styles.five} keys={basicKeys} onPress={onPress} />
      <Keys label="keys" className={styles.four} keys={mainKeys} onPress={onPress} />
    </>
  ) : (
    <div className={styles.pads} dir="ltr">
      <Keys label="keys" className={styles.four} keys={mainKeys} onPress={onPress} />
      <Keys label="functions" className={styles.six} keys={scientificKeys} onPress={onPress} />
    </div>
  );
