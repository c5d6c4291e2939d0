import { useText } from '../text/use-text.ts';
import type { InteractionProps, KindOf } from './interaction-props.ts';
import { messages } from './messages.ts';
import styles from './plain.module.css';

/** A button of the author's that ends the attempt, such as "Show a hint" (class EndAttemptInteraction). */
export const EndAttempt = ({ interaction, id, onChange, mode, context }: InteractionProps<KindOf<'end-attempt'>>) => {
  const t = useText(messages);
  const { onEndAttempt } = context;
  const end = () => {
    onChange(interaction.cardinality === 'single' ? true : [true]);
    onEndAttempt?.(interaction.responseIdentifier);
  };
  return (
    <button
      type="button"
      id={id}
      className={styles.button}
      disabled={mode !== 'open' || onEndAttempt === undefined}
      {...(onEndAttempt === undefined ? { title: t('endHere') } : {})}
      onClick={end}
    >
      {interaction.title}
    </button>
  );
};
