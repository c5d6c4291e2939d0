import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { COGNITIVE_LEVELS } from '@testamur/qti';
import { type FormEvent, useMemo, useState } from 'react';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { useText } from '../../../text/use-text.ts';
import type { ItemSummary } from '../engine/summaries.ts';
import styles from '../workbench.module.css';
import { KeepSaid } from './keep-said.tsx';
import type { Keeping, KeepProgram } from './keeping.ts';
import { messages } from './messages.ts';
import { guessTopic, MAX_ITEMS, topicGroups } from './plan.ts';
import { useKeep } from './use-keep.ts';

interface KeepFormProps {
  keeping: Keeping;
  first: KeepProgram;
  candidates: readonly ItemSummary[];
}

/** Program, topics, level and objective, and which of the items. */
export const KeepForm = ({ keeping, first, candidates }: KeepFormProps) => {
  const t = useText(messages);
  const { state, keep, rest } = useKeep(keeping);
  const [programId, setProgramId] = useState(first.id);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [chosenTopics, setChosenTopics] = useState<Readonly<Record<string, string>>>({});
  const [level, setLevel] = useState<string>(COGNITIVE_LEVELS[0]);
  const [objective, setObjective] = useState('');
  const [lack, setLack] = useState<string | undefined>();

  const program = keeping.programs.find(({ id }) => id === programId) ?? first;
  const items = useMemo(() => candidates.filter(({ index }) => !left.has(index)), [candidates, left]);
  const groups = useMemo(() => topicGroups(items), [items]);
  const topics = Object.fromEntries(
    groups.map(({ topic }) => [topic, chosenTopics[`${program.id} ${topic}`] ?? guessTopic(topic, program)]),
  );
  const refusals = state.is === 'refused' ? state.refusals : new Map<number, string>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state.is === 'keeping') return;
    if (items.length === 0) return setLack(t('needItems'));
    if (items.length > MAX_ITEMS) return setLack(t('tooMany', { over: items.length - MAX_ITEMS }));
    if (Object.values(topics).includes('')) return setLack(t('needTopics'));
    setLack(undefined);
    void keep(program.id, items, { topics, level, objective: objective.trim() });
  };
  const toggle = (index: number) =>
    setLeft((before) => new Set(before.has(index) ? [...before].filter((one) => one !== index) : [...before, index]));
  const leaveRefusedOut = () => {
    setLeft((before) => new Set([...before, ...refusals.keys()]));
    rest();
  };

  if (state.is === 'done') {
    return (
      <div role="status" className={styles.result}>
        <p>{t('done', { imported: state.imported, unchanged: state.unchanged })}</p>
        <LinkButton to={keeping.itemsOf(program.id)}>{t('toBank')}</LinkButton>
      </div>
    );
  }
  return (
    <form onSubmit={submit}>
      <div role="alert">
        {lack !== undefined && <p className={styles.trouble}>{lack}</p>}
        <KeepSaid state={state} onLeaveOut={leaveRefusedOut} />
      </div>
      <div className={styles.columns}>
        <NativeSelect
          label={t('program')}
          value={program.id}
          onChange={({ currentTarget }) => setProgramId(currentTarget.value)}
          data={keeping.programs.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {groups.map(({ topic, items: members }) => (
          <NativeSelect
            key={topic}
            label={
              topic === ''
                ? t('topicForNone', { count: members.length })
                : t('topicFor', { topic, count: members.length })
            }
            value={topics[topic] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setChosenTopics((before) => ({ ...before, [`${program.id} ${topic}`]: value }))
            }
            data={[
              { value: '', label: t('chooseTopic') },
              ...program.topics.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        ))}
        {items.some(({ cognitiveLevel }) => cognitiveLevel === null) && (
          <NativeSelect
            label={t('level')}
            value={level}
            onChange={({ currentTarget }) => setLevel(currentTarget.value)}
            data={COGNITIVE_LEVELS.map((one) => ({ value: one, label: t(`level.${one}`) }))}
          />
        )}
        {items.some(({ objective: own }) => own === null) && (
          <TextInput
            label={t('objective')}
            description={t('objectiveHint')}
            value={objective}
            maxLength={200}
            onChange={({ currentTarget }) => setObjective(currentTarget.value)}
          />
        )}
      </div>
      <h2>{t('items')}</h2>
      <ul className={styles.keepItems} data-wide="">
        {candidates.map(({ index, title, identifier }) => (
          <li key={index}>
            <Checkbox
              label={t('itemName', { title, identifier: identifier ?? '' })}
              checked={!left.has(index)}
              onChange={() => toggle(index)}
              {...(refusals.has(index) ? { 'aria-describedby': `against-${index}` } : {})}
            />
            {refusals.has(index) && (
              <p id={`against-${index}`} className={styles.against}>
                {refusals.get(index)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <ButtonRow>
        <Button type="submit" aria-disabled={state.is === 'keeping'}>
          {t('keep', { count: items.length })}
        </Button>
      </ButtonRow>
      <div role="status">
        {state.is === 'keeping' && <p>{t('keeping', { done: state.done, total: state.total })}</p>}
      </div>
    </form>
  );
};
