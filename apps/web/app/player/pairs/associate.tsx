import { DndContext, type DragEndEvent, useDraggable, useDroppable } from '@dnd-kit/core';
import type { AssociableChoice } from '@testamur/qti';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { type Pair, pair, pairsOf, unpair, usesOf } from '../answers/pair.ts';
import { namer } from '../choices/names.ts';
import { silent, underPointer, usePointers } from '../drag/pointer-drag.ts';
import { Group } from '../group.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { obstacleWords } from './obstacle-words.ts';
import { PairList, PairReview } from './pair-list.tsx';
import styles from './pairs.module.css';

type Props = InteractionProps<KindOf<'associate'>>;

/**
 * Choices of one set that go together (class AssociateInteraction). Press one and then the other, or drag one onto the
 * other: either way makes a pair of the list below.
 */
export const Associate = (props: Props) => {
  const { interaction, value, onChange, mode, correct, labelledBy, describedBy, context } = props;
  const { cardinality, associations, choices, data } = interaction;
  const t = useText(messages);
  const boardId = useId();
  const sensors = usePointers();
  const [picked, setPicked] = useState<string | null>(null);
  const nameOf = namer(choices);
  const pairing = { cardinality, directed: false, max: associations.max };
  const choiceOf = (identifier: string) => choices.find((choice) => choice.identifier === identifier);
  const face = (identifier: string) => context.content(choiceOf(identifier)?.content ?? []);

  const join = (from: string, to: string) => {
    setPicked(null);
    const [one, other] = [choiceOf(from), choiceOf(to)];
    if (one === undefined || other === undefined) return;
    const names = { one: nameOf(from), other: nameOf(to) };
    const change = pair(value, one, other, pairing);
    if (!change.ok) {
      return context.say(
        obstacleWords(t, change.obstacle, { ...names, nameOf, tooMany: data['max-selections-message'] }),
      );
    }
    onChange(change.value);
    context.say(t('paired', names));
  };
  const press = (identifier: string) => {
    if (picked === null) {
      setPicked(identifier);
      context.say(t('picked', { name: nameOf(identifier) }));
    } else if (picked !== identifier || mayPairWithItself(choiceOf(identifier))) join(picked, identifier);
    else putBack();
  };
  const putBack = () => {
    if (picked !== null) context.say(t('putBack', { name: nameOf(picked) }));
    setPicked(null);
  };
  const apart = (gone: Pair) => {
    onChange(unpair(value, gone, pairing));
    context.say(t('unpaired', { one: nameOf(gone.from), other: nameOf(gone.to) }));
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const [from, to] = [active.data.current?.choice, over?.data.current?.choice];
    if (typeof from === 'string' && typeof to === 'string' && from !== to) join(from, to);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') putBack();
  };

  if (mode === 'review') {
    return <PairReview value={value} correct={correct ?? null} directed={false} face={face} nameOf={nameOf} />;
  }
  const open = mode === 'open';
  const described = describedBy === undefined ? {} : { describedBy };
  return (
    <div className={styles.associate}>
      <DndContext
        id={boardId}
        sensors={sensors}
        collisionDetection={underPointer}
        accessibility={silent}
        onDragStart={() => setPicked(null)}
        onDragEnd={onDragEnd}
      >
        <Group labelledBy={labelledBy} {...described} className={styles.tray} onKeyDown={onKeyDown}>
          {choices.map((choice) => (
            <Chip
              key={choice.identifier}
              id={boardId}
              choice={choice}
              locked={!open}
              isPicked={picked === choice.identifier}
              uses={usesOf(pairsOf(value), choice.identifier)}
              onPress={() => press(choice.identifier)}
            >
              {context.content(choice.content)}
            </Chip>
          ))}
        </Group>
      </DndContext>
      <PairList
        title={t('pairs')}
        value={value}
        none={open ? t('noPairs') : t('notAnswered')}
        face={face}
        nameOf={nameOf}
        {...(open ? { onUnpair: apart } : {})}
      />
    </div>
  );
};

const mayPairWithItself = (choice: AssociableChoice | undefined): boolean =>
  choice?.matchGroup.includes(choice.identifier) === true && choice.matchMax !== 1;

interface ChipProps {
  readonly id: string;
  readonly choice: AssociableChoice;
  readonly locked: boolean;
  readonly isPicked: boolean;
  readonly uses: number;
  onPress(): void;
  readonly children: ReactNode;
}

/** One choice: pressed, it is picked; it can be dragged, and others dropped on it. */
const Chip = ({ id, choice, locked, isPicked, uses, onPress, children }: ChipProps) => {
  const { identifier, matchMax } = choice;
  const t = useText(messages);
  const data = { choice: identifier };
  const drag = useDraggable({ id: `${id} from ${identifier}`, data, disabled: locked });
  const drop = useDroppable({ id: `${id} to ${identifier}`, data, disabled: locked });
  const setRef = (element: HTMLElement | null) => {
    drag.setNodeRef(element);
    drop.setNodeRef(element);
  };
  const left = matchMax > 0 ? Math.max(0, matchMax - uses) : null;
  const { transform } = drag;
  return (
    <button
      type="button"
      ref={setRef as Ref<HTMLButtonElement>}
      {...drag.listeners}
      className={styles.chip}
      aria-pressed={isPicked}
      aria-disabled={locked}
      data-used={left === 0}
      data-aimed={drop.isOver && !drag.isDragging}
      data-dragging={drag.isDragging}
      style={transform ? { translate: `${transform.x}px ${transform.y}px` } : undefined}
      onClick={() => !locked && onPress()}
    >
      <span className={styles.face}>{children}</span>
      {left === 0 && <span className={styles.uses}>{t('used')}</span>}
      {left !== null && left > 0 && matchMax > 1 && (
        <span className={styles.uses}>{t('usesLeft', { count: left })}</span>
      )}
    </button>
  );
};
