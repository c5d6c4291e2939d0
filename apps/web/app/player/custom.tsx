import { useText } from '../text/use-text.ts';
import type { InteractionProps, KindOf } from './interaction-props.ts';
import { messages } from './messages.ts';
import styles from './plain.module.css';

/** An interaction that no standard describes: its words, and that it cannot be answered here (class CustomInteraction). */
export const Custom = ({ interaction, context }: InteractionProps<KindOf<'custom'>>) => {
  const t = useText(messages);
  return (
    <div className={styles.notice}>
      <p>{t('custom')}</p>
      {context.content(interaction.content)}
    </div>
  );
};
