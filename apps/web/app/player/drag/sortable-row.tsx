import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconGripVertical } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './sortable.module.css';
import type { useSortableList } from './use-sortable-list.ts';

interface SortableRowProps {
  /** Unique on the page. */
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  /** From 0. */
  readonly position: number;
  readonly count: number;
  readonly list: ReturnType<typeof useSortableList>;
  readonly locked: boolean;
  readonly numbered: boolean;
  readonly orientation: 'vertical' | 'horizontal';
  readonly children: ReactNode;
}

/** One member of a SortableList: a grip to lift, the member, buttons to move it. */
export const SortableRow = (props: SortableRowProps) => {
  const { id, identifier, name, position, count, list, locked, numbered, orientation, children } = props;
  const t = useText(messages);
  const drag = useDraggable({ id, data: { member: identifier }, disabled: locked });
  const drop = useDroppable({ id, data: { member: identifier, element: drag.node.current }, disabled: locked });
  const { gap } = list;
  const isLifted = list.lifted === identifier;
  const setRow = (element: HTMLElement | null) => {
    drag.setNodeRef(element);
    drop.setNodeRef(element);
  };
  const { transform } = drag;
  return (
    <li
      ref={setRow as Ref<HTMLLIElement>}
      className={styles.row}
      data-lifted={isLifted}
      data-dragging={drag.isDragging}
      data-gap={gap?.beside === identifier && !drag.isDragging ? (gap.after ? 'after' : 'before') : undefined}
      style={transform ? { translate: `${transform.x}px ${transform.y}px` } : undefined}
    >
      {!locked && (
        <button
          type="button"
          ref={drag.setActivatorNodeRef as Ref<HTMLButtonElement>}
          {...drag.listeners}
          className={styles.grip}
          aria-label={t('move', { name })}
          aria-pressed={isLifted}
          onClick={() => list.toggle(identifier)}
          onKeyDown={list.onKeyDown}
          onBlur={() => isLifted && list.drop()}
        >
          <Icon of={IconGripVertical} />
        </button>
      )}
      {numbered && <span className={styles.number}>{position + 1}</span>}
      {children}
      {!locked && <MoveButtons {...{ identifier, name, position, count, list, orientation, t }} />}
    </li>
  );
};

interface MoveButtonsProps
  extends Pick<SortableRowProps, 'identifier' | 'name' | 'position' | 'count' | 'list' | 'orientation'> {
  readonly t: ReturnType<typeof useText<typeof messages>>;
}

/** They stay in place at the ends, so that whoever moves something all the way keeps the focus. */
const MoveButtons = ({ identifier, name, position, count, list, orientation, t }: MoveButtonsProps) => {
  const vertical = orientation === 'vertical';
  const positions = Array.from({ length: count }, (_, at) => at);
  return (
    <span className={styles.buttons}>
      <button
        type="button"
        className={styles.button}
        aria-label={vertical ? t('moveUp', { name }) : t('moveBefore', { name })}
        aria-disabled={position === 0}
        onClick={() => list.moveTo(identifier, position - 1)}
      >
        <Icon of={IconArrowUp} />
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={vertical ? t('moveDown', { name }) : t('moveAfter', { name })}
        aria-disabled={position === count - 1}
        onClick={() => list.moveTo(identifier, position + 1)}
      >
        <Icon of={IconArrowDown} />
      </button>
      <Menu position="bottom-end" shadow="sm" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <button type="button" className={styles.button} aria-label={t('movePosition', { name })}>
            <Icon of={IconDotsVertical} />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          <Menu.Label>{t('moveTo')}</Menu.Label>
          {positions.map((at) => (
            <Menu.Item
              key={at}
              className={styles.menuItem}
              disabled={at === position}
              onClick={() => list.moveTo(identifier, at)}
            >
              {at === position ? t('positionNow', { position: at + 1 }) : t('position', { position: at + 1 })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
};
