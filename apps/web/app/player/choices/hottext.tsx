import { IconCheck } from '@tabler/icons-react';
import type { HottextNode } from '@testamur/qti';
import { useMemo } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { isExclusive, membersOf, toggle } from '../answers/choose.ts';
import { PartsProvider, useParts } from '../content/parts.ts';
import { hottextsIn } from '../content/parts-in.ts';
import { Group } from '../group.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { Marks } from '../review/marks.tsx';
import { inKey } from '../review/same.ts';
import styles from './hottext.module.css';
import { TakeBack } from './take-back.tsx';

/** Words in a text that can be chosen, each a radio or checkbox in its place (class HottextInteraction). */
export const Hottext = (props: InteractionProps<KindOf<'hottext'>>) => {
  const { interaction, id, value, onChange, mode, correct, labelledBy, describedBy, context } = props;
  const { cardinality, maxChoices, classes, content, data } = interaction;
  const t = useText(messages);
  const parts = useParts();
  const order = useMemo(() => hottextsIn(content).map(({ identifier }) => identifier), [content]);
  const choosing = { cardinality, max: maxChoices, order };
  const exclusive = isExclusive(choosing);
  const onPress = (identifier: string) => {
    const change = toggle(value, identifier, choosing);
    if (change.ok) onChange(change.value);
    else context.say(data['max-selections-message'] ?? t('atMost', { count: change.most }));
  };
  const hidden = classes.includes('qti-input-control-hidden');
  const hottext = ({ identifier, content: words }: HottextNode) => {
    const isChosen = membersOf(value).includes(identifier);
    return (
      <label
        className={styles.hottext}
        data-chosen={isChosen}
        data-locked={mode !== 'open'}
        data-bare={hidden}
        data-faint={classes.includes('qti-unselected-hidden')}
      >
        <input
          type={exclusive ? 'radio' : 'checkbox'}
          name={id}
          value={identifier}
          checked={isChosen}
          disabled={mode !== 'open'}
          onChange={() => onPress(identifier)}
        />
        <span>{context.content(words)}</span>
        {hidden && isChosen && <Icon of={IconCheck} size={18} />}
        {mode === 'review' && <Marks chosen={isChosen} inKey={inKey(correct, identifier)} />}
      </label>
    );
  };
  return (
    <>
      <Group
        role={exclusive ? 'radiogroup' : 'group'}
        labelledBy={labelledBy}
        {...(describedBy === undefined ? {} : { describedBy })}
        className={styles.text}
      >
        <PartsProvider value={{ ...parts, hottext }}>{context.content(content)}</PartsProvider>
      </Group>
      {exclusive && mode === 'open' && <TakeBack shown={value !== null} onClick={() => onChange(null)} />}
    </>
  );
};
