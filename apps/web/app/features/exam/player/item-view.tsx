import type { InteractionNode } from '@testamur/qti';
import { type ReactNode, type RefObject, useId } from 'react';
import { useText } from '../../../text/use-text.ts';
import { isAnswered, type ResponseValue } from '../delivery/entry.ts';
import type { ExamItem } from '../delivery/port.ts';
import { ChoiceList } from './choice-list.tsx';
import { interactionOf } from './choosing.ts';
import { Content } from './content.tsx';
import styles from './item.module.css';
import { messages } from './messages.ts';

interface ItemViewProps {
  item: ExamItem;
  /** "Item 34 of 100". */
  heading: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** Beside the heading. */
  flag: ReactNode;
  value: ResponseValue | undefined;
  struck: ReadonlySet<string>;
  strikeButtons: boolean;
  locked: boolean;
  onChoose: (option: string) => void;
  onStrike: (option: string) => void;
  onTakeBack: () => void;
}

/** One item: what is asked, and its options. */
export const ItemView = (props: ItemViewProps) => {
  const { item, heading, headingRef, flag, value, locked, onTakeBack } = props;
  const t = useText(messages);
  const id = useId();
  const answered = interactionOf(item);
  const choiceList = (interaction: InteractionNode) => {
    const hasPrompt = interaction.prompt.length > 0;
    return (
      <>
        {hasPrompt && (
          <div id={`${id}-prompt`} className={styles.prompt}>
            <Content nodes={interaction.prompt} />
          </div>
        )}
        {interaction.cardinality === 'multiple' && (
          <p className={styles.hint}>{t('chooseSeveral', { max: interaction.maxChoices })}</p>
        )}
        <ChoiceList
          {...props}
          interaction={interaction}
          name={`${id}-${interaction.responseIdentifier}`}
          labelledBy={hasPrompt ? `${id}-prompt` : `${id}-heading`}
          locked={locked || interaction.responseIdentifier !== answered?.responseIdentifier}
        />
      </>
    );
  };
  return (
    <article className={styles.item} aria-labelledby={`${id}-heading`}>
      <div className={styles.head}>
        <h1 id={`${id}-heading`} ref={headingRef} tabIndex={-1} className={styles.heading}>
          {heading}
        </h1>
        <div className={styles.flagWide}>{flag}</div>
      </div>
      <div className={styles.body} {...(item.view.language ? { lang: item.view.language } : {})}>
        <Content nodes={item.view.body} interaction={choiceList} />
      </div>
      <button type="button" className={styles.takeBack} data-shown={isAnswered(value) && !locked} onClick={onTakeBack}>
        {t('noAnswer')}
      </button>
    </article>
  );
};
