import { IconCopy } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useLayoutEffect, useReducer, useRef } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import { takeKey } from '../window/take-key.ts';
import styles from './calculator.module.css';
import { History } from './history.tsx';
import { Keypad } from './keypad.tsx';
import { type CalculatorKind, type KeyAct, textOfKey } from './keys.ts';
import { calculatorMessages } from './messages.ts';
import { shown } from './show.ts';
import { type CalculatorState, calculate, emptyCalculator } from './state.ts';
import type { Fault } from './tokens.ts';

type Words = keyof typeof calculatorMessages;

const faultWords: Readonly<Record<Fault, Words>> = {
  empty: 'faultEmpty',
  unknown: 'faultUnknown',
  comma: 'faultComma',
  number: 'faultNumber',
  missingValue: 'faultMissingValue',
  missingBracket: 'faultMissingBracket',
  extraBracket: 'faultExtraBracket',
  divideByZero: 'faultDivideByZero',
  negativeRoot: 'faultNegativeRoot',
  zerothRoot: 'faultZerothRoot',
  logDomain: 'faultLogDomain',
  inverseDomain: 'faultInverseDomain',
  tangent: 'faultTangent',
  angle: 'faultAngle',
  factorial: 'faultFactorial',
  power: 'faultPower',
  tooLarge: 'faultTooLarge',
  tooLong: 'faultTooLong',
};

interface CalculatorProps {
  readonly kind: CalculatorKind;
  readonly say: (text: string) => void;
  /** Where it went on from and where it is left: a closed calculator keeps its memory. */
  readonly state?: CalculatorState;
  readonly onState?: (state: CalculatorState) => void;
}

/** An entry, its result, the keys and what was computed so far. The keyboard types wherever in it the focus is. */
export const Calculator = ({ kind, say, state: from = emptyCalculator, onState }: CalculatorProps) => {
  const t = useText(calculatorMessages);
  const id = useId();
  const [state, act] = useReducer(calculate, from);
  const entry = useRef<HTMLInputElement>(null);
  const keep = useRef(onState);
  useLayoutEffect(() => {
    keep.current = onState;
    keep.current?.(state);
  });
  useLayoutEffect(() => {
    const field = entry.current;
    if (field === null) return;
    field.setSelectionRange(state.caret, state.caret);
    // Keys that are pressed beside the field leave the end of a long entry out of sight.
    if (state.caret === state.entry.length) field.scrollLeft = field.scrollWidth;
  }, [state.caret, state.entry]);

  const press = (key: KeyAct) => {
    act(key);
    if (key.do === 'memory' && key.act !== 'recall') {
      say(t('memoryIs', { value: shown(calculate(state, key).memory) }));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inEntry = event.target === entry.current;
    const { key } = event;
    const isEquals = key === '=' || (key === 'Enter' && inEntry);
    const text = inEntry ? undefined : textOfKey(key);
    if (isEquals) press({ do: 'equals' });
    else if (text !== undefined) press({ do: 'type', text });
    else if (key === 'Backspace' && !inEntry) press({ do: 'back' });
    else if (key === 'Delete' && (!inEntry || state.done)) press({ do: 'clear' });
    // Letters are meant for a calculation here, not for the page, whichever control of the calculator has focus.
    else if (inEntry || !/^[a-z]$/i.test(key)) return;
    takeKey(event);
  };

  const copy = async () => {
    const text = shown(state.result ?? '0');
    try {
      await navigator.clipboard.writeText(text.replaceAll('−', '-'));
      say(t('copied', { result: text }));
    } catch {
      say(t('notCopied'));
    }
  };
  // A result belongs to the entry above it: while another is entered, there is none.
  const result = state.result === null || !state.done ? '' : shown(state.result);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach the calculator from each control in it.
    <div className={styles.calculator} data-kind={kind} onKeyDown={onKeyDown}>
      <div className={styles.display} dir="ltr">
        <span className={styles.memory}>
          {state.memory === '0' ? '' : t('memoryHolds', { value: shown(state.memory) })}
        </span>
        <input
          ref={entry}
          data-first-focus=""
          className={styles.entry}
          aria-label={t('entry')}
          aria-describedby={`${id}-result`}
          inputMode="none"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={state.entry}
          onChange={({ target }) =>
            act({ do: 'edit', entry: target.value, caret: target.selectionStart ?? target.value.length })
          }
          onSelect={({ currentTarget }) => {
            const caret = currentTarget.selectionStart;
            const isCaret = caret !== null && caret === currentTarget.selectionEnd;
            if (isCaret && caret !== state.caret) act({ do: 'caret', caret });
          }}
        />
        <output id={`${id}-result`} className={styles.result} data-fault={state.fault !== null}>
          <span className="t-hidden">{state.done ? t('resultIs', { entry: state.entry, result }) : ''}</span>
          <span aria-hidden={state.fault === null}>
            {state.fault === null ? result : t(faultWords[state.fault.name], { value: state.fault.value })}
          </span>
        </output>
      </div>
      <div className={styles.aside}>
        {kind === 'scientific' && (
          <fieldset className={styles.angles}>
            <legend className="t-hidden">{t('angles')}</legend>
            {(['degrees', 'radians'] as const).map((angle) => (
              <label key={angle}>
                <input
                  type="radio"
                  name={`${id}-angle`}
                  checked={state.angle === angle}
                  onChange={() => act({ do: 'angle', angle })}
                />
                {t(angle)}
              </label>
            ))}
          </fieldset>
        )}
        {result !== '' && (
          <button type="button" className={styles.quiet} onClick={copy}>
            <Icon of={IconCopy} size={18} />
            {t('copy')}
          </button>
        )}
      </div>
      <Keypad kind={kind} onPress={press} />
      <History
        history={state.history}
        onReuse={(value) => {
          act({ do: 'reuse', value });
          entry.current?.focus();
        }}
        onForget={() => act({ do: 'forget' })}
      />
    </div>
  );
};
