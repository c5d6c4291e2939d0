import type { PlainValue } from '@testamur/qti';
import { useText } from '../../text/use-text.ts';
import { matchesMask } from '../answers/limits.ts';
import { lengthOf } from '../answers/texts.ts';
import type { TypedAs } from '../answers/typed.ts';
import { numberIn } from '../content/vocabulary.ts';
import type { KindOf, PlayerMode } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import styles from './texts.module.css';
import { useLeft } from './use-left.ts';
import { useTyped } from './use-typed.ts';
import { wantedWords } from './wanted.ts';

interface TextBoxProps {
  readonly interaction: KindOf<'extended-text'>;
  readonly id: string;
  readonly value: PlainValue;
  readonly as: TypedAs;
  readonly mode: PlayerMode;
  readonly labelledBy: string;
  readonly describedBy?: string;
  onChange(value: PlainValue, text: string): void;
}

/** Characters of a line, where the author says how many characters are expected but not how many lines. */
const LINE = 70;

const linesOf = ({ classes, expectedLines, expectedLength }: KindOf<'extended-text'>): number => {
  const said = numberIn(classes, 'qti-height-lines-') ?? expectedLines;
  const lines = said ?? (expectedLength === null ? 5 : Math.ceil(expectedLength / LINE) + 1);
  return Math.max(2, Math.min(lines, 40));
};

/** A box for one text, with a count of its characters where the author wants one. */
export const TextBox = (props: TextBoxProps) => {
  const { interaction, id, value, as, mode, labelledBy, describedBy, onChange } = props;
  const { classes, data, expectedLength, format, language, patternMask, placeholder } = interaction;
  const t = useText(messages);
  const { left, enter, leave } = useLeft();
  const { text, wanted, type } = useTyped(value, as, onChange);
  const count = countWords({ classes, expectedLength, text }, t);
  const offPattern = text !== '' && patternMask !== null && !matchesMask(patternMask, text);
  const problem = !left
    ? null
    : wanted !== null
      ? wantedWords(t, wanted, as.base)
      : offPattern
        ? (data['patternmask-message'] ?? t('badPattern'))
        : null;
  const described = [describedBy, count === null ? '' : `${id}-count`, problem === null ? '' : `${id}-problem`];
  return (
    <div className={styles.box}>
      <textarea
        id={id}
        name={id}
        className={styles.area}
        data-format={format}
        rows={linesOf(interaction)}
        value={text}
        readOnly={mode !== 'open'}
        placeholder={placeholder ?? undefined}
        lang={language ?? undefined}
        aria-labelledby={labelledBy}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        aria-invalid={problem !== null}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onFocus={enter}
        onBlur={leave}
      />
      {count !== null && (
        <span id={`${id}-count`} className={styles.count}>
          {count}
        </span>
      )}
      {problem !== null && (
        <span id={`${id}-problem`} role="status" className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
};

interface Counted {
  readonly classes: readonly string[];
  readonly expectedLength: number | null;
  readonly text: string;
}

/** Counts up or down as the shared vocabulary says; down only where a length is expected. */
const countWords = ({ classes, expectedLength, text }: Counted, t: ReturnType<typeof useText<typeof messages>>) => {
  const down = classes.includes('qti-counter-down');
  if (!down && !classes.includes('qti-counter-up')) return null;
  const count = lengthOf(text);
  if (expectedLength === null) return t('characters', { count });
  if (!down) return t('charactersOf', { count, most: expectedLength });
  const rest = expectedLength - count;
  return rest < 0 ? t('charactersOver', { count: -rest }) : t('charactersLeft', { count: rest });
};
