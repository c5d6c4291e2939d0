import { useText } from '../../text/use-text.ts';
import { inputModeOf } from '../answers/input-mode.ts';
import { matchesMask } from '../answers/limits.ts';
import { showTyped } from '../answers/typed.ts';
import { numberIn } from '../content/vocabulary.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { sameTyped } from '../review/same.ts';
import { Verdict } from '../review/verdict.tsx';
import styles from './texts.module.css';
import { useLeft } from './use-left.ts';
import { useTyped } from './use-typed.ts';
import { wantedWords } from './wanted.ts';

type Props = InteractionProps<KindOf<'text-entry'>>;

/** A member of a container is shown and sent like a single value. */
const oneOf = (value: Props['value']) => (Array.isArray(value) ? (value[0] ?? null) : value);

/** A short text or number in a line of text (class TextEntryInteraction). */
export const TextEntry = (props: Props) => {
  const { interaction, id, value, onChange, onText, mode, correct, labelledBy, describedBy } = props;
  const { base, cardinality, baseType, patternMask, placeholder, classes, data, language } = interaction;
  const t = useText(messages);
  const { left, enter, leave } = useLeft();
  const isContainer = cardinality === 'multiple' || cardinality === 'ordered';
  const { text, wanted, type } = useTyped(
    oneOf(value),
    { cardinality: isContainer ? 'single' : cardinality, baseType, base },
    (next, typed) => {
      onChange(isContainer && next !== null && typeof next !== 'object' ? [next] : next);
      onText?.(typed === '' ? null : typed);
    },
  );
  const width = numberIn(classes, 'qti-input-width-') ?? Math.min(interaction.expectedLength ?? 12, 72);
  const offPattern = text !== '' && patternMask !== null && !matchesMask(patternMask, text);
  const problem = !left
    ? null
    : wanted !== null
      ? wantedWords(t, wanted, base)
      : offPattern
        ? (data['patternmask-message'] ?? t('badPattern'))
        : null;
  if (mode === 'review') {
    const shown = showTyped(value, base);
    return (
      <span className={styles.reviewed}>
        <Verdict
          answer={<strong>{shown}</strong>}
          answered={shown !== ''}
          correct={correct}
          keyWords={<strong>{showTyped(correct, base)}</strong>}
          isRight={sameTyped(value, correct)}
        />
      </span>
    );
  }
  const described = [describedBy, problem === null ? undefined : `${id}-problem`].filter(Boolean).join(' ');
  return (
    <span className={styles.entry}>
      <input
        id={id}
        name={id}
        className={styles.input}
        style={{ inlineSize: `calc(${width}ch + 1.75rem)` }}
        value={text}
        readOnly={mode !== 'open'}
        inputMode={inputModeOf(interaction)}
        placeholder={placeholder ?? undefined}
        lang={language ?? undefined}
        aria-labelledby={labelledBy}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={problem !== null}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onFocus={enter}
        onBlur={leave}
      />
      {problem !== null && (
        <span id={`${id}-problem`} role="status" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
};
