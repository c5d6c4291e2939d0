import { IconPlus, IconX } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { membersOf } from '../answers/choose.ts';
import { arranged, orderedValue, placeAt } from '../answers/order.ts';
import { labelOf, orientationOf } from '../content/vocabulary.ts';
import { SortableList } from '../drag/index.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { OrderReview } from '../review/order-review.tsx';
import { focusAnswer } from './focus-answer.ts';
import { namer } from './names.ts';
import styles from './order.module.css';
import { TakeBack } from './take-back.tsx';

type Props = InteractionProps<KindOf<'order'>>;

/** Choices to be put in order, all of them or, where the author gives bounds, some (class OrderInteraction). */
export const Order = (props: Props) => {
  const { interaction, value, mode } = props;
  const { minChoices, maxChoices } = interaction;
  const faces = useFaces(props);
  if (mode === 'review') return <OrderReview {...props} {...faces} />;
  const some = minChoices !== null || maxChoices !== null;
  return some ? <SomeOrdered {...props} {...faces} /> : <AllOrdered {...props} {...faces} answered={value !== null} />;
};

/** How a choice looks and what it is called. Labels by the shared vocabulary alone: positions have numbers already. */
const useFaces = ({ interaction, context }: Props) => {
  const { choices, classes } = interaction;
  const labeled = classes.some((name) => /^qti-labels-(?!none|suffix)/.test(name));
  const face = (identifier: string) => {
    const at = choices.findIndex((choice) => choice.identifier === identifier);
    const choice = choices[at];
    if (choice === undefined) return identifier;
    return (
      <>
        {labeled && <strong>{labelOf(at, classes)} </strong>}
        {context.content(choice.content)}
      </>
    );
  };
  return { face, nameOf: namer(choices) };
};

type Faces = ReturnType<typeof useFaces>;

const AllOrdered = (props: Props & Faces & { answered: boolean }) => {
  const { interaction, value, onChange, mode, labelledBy, describedBy, context, face, nameOf, answered } = props;
  const t = useText(messages);
  const presented = interaction.choices.map(({ identifier }) => identifier);
  const keep = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    focusAnswer(currentTarget);
    onChange(orderedValue(presented));
    context.say(t('orderKept'));
  };
  return (
    <>
      <SortableList
        order={arranged(value, presented)}
        onChange={(order) => onChange(orderedValue(order))}
        nameOf={nameOf}
        face={face}
        labelledBy={labelledBy}
        {...(describedBy === undefined ? {} : { describedBy })}
        locked={mode !== 'open'}
        orientation={orientationOf(interaction.classes, interaction.orientation)}
        say={context.say}
      />
      {mode === 'open' && !answered && (
        <p className={styles.unset}>
          <button type="button" className={styles.keep} onClick={keep}>
            {t('keepOrder')}
          </button>
          <span>{t('keepOrderHint')}</span>
        </p>
      )}
      {mode === 'open' && answered && <TakeBack shown onClick={() => onChange(null)} />}
    </>
  );
};

const SomeOrdered = (props: Props & Faces) => {
  const { interaction, id, value, onChange, mode, describedBy, context, face, nameOf } = props;
  const { choices, maxChoices, data } = interaction;
  const t = useText(messages);
  const ordered = membersOf(value);
  const rest = choices.map(({ identifier }) => identifier).filter((identifier) => !ordered.includes(identifier));
  const open = mode === 'open';
  const add = (identifier: string) => {
    if (maxChoices !== null && maxChoices > 0 && ordered.length >= maxChoices) {
      return context.say(data['max-selections-message'] ?? t('atMost', { count: maxChoices }));
    }
    onChange(orderedValue(placeAt(ordered, identifier, ordered.length)));
    context.say(t('addedAt', { name: nameOf(identifier), position: ordered.length + 1 }));
  };
  const takeOut = (identifier: string) => {
    onChange(orderedValue(ordered.filter((each) => each !== identifier)));
    context.say(t('takenOut', { name: nameOf(identifier) }));
  };
  const removal = (identifier: string) => (
    <button
      type="button"
      className={styles.icon}
      aria-label={t('takeOut', { name: nameOf(identifier) })}
      onClick={() => takeOut(identifier)}
    >
      <Icon of={IconX} />
    </button>
  );
  return (
    <div className={styles.some}>
      <div>
        <p id={`${id}-rest`} className={styles.title}>
          {t('notOrdered')}
        </p>
        <ul className={styles.rest} aria-labelledby={`${id}-rest`}>
          {rest.map((identifier) => (
            <li key={identifier}>
              <button
                type="button"
                className={styles.add}
                disabled={!open}
                aria-label={t('add', { name: nameOf(identifier) })}
                onClick={() => add(identifier)}
              >
                <Icon of={IconPlus} />
                <span>{face(identifier)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <p id={`${id}-ordered`} className={styles.title}>
          {t('chosenFirst')}
        </p>
        {ordered.length === 0 && <p className={styles.nothing}>{t('nothingOrdered')}</p>}
        {ordered.length > 0 && (
          <SortableList
            order={ordered}
            onChange={(order) => onChange(orderedValue(order))}
            nameOf={nameOf}
            face={face}
            labelledBy={`${id}-ordered`}
            {...(describedBy === undefined ? {} : { describedBy })}
            {...(open ? { after: removal } : {})}
            locked={!open}
            say={context.say}
          />
        )}
      </div>
    </div>
  );
};
