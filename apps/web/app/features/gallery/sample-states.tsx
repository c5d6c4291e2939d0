import { candidateView, type PlainValues, startItem } from '@testamur/qti';
import { useId, useMemo, useState } from 'react';
import type { PlayerMode } from '../../player/interaction-props.ts';
import { type Host, ItemBody } from '../../player/item-body.tsx';
import { useText } from '../../text/use-text.ts';
import { modules, resolve } from './files.ts';
import styles from './gallery.module.css';
import type { ReadSample } from './items/index.ts';
import { messages } from './messages.ts';

const STATES = ['empty', 'answered', 'locked', 'review'] as const;
type State = (typeof STATES)[number];

const modeOf: Readonly<Record<State, PlayerMode>> = {
  empty: 'open',
  answered: 'open',
  locked: 'locked',
  review: 'review',
};

const host: Host = {
  links: 'words',
  modules,
  onEndAttempt: () => undefined,
  upload: async (file, onProgress) => {
    onProgress(1);
    return file.name;
  },
  fileOf: (name) => ({ name, href: null }),
};

/** One interaction, four times. */
export const SampleStates = ({ sample, rtl }: { sample: ReadSample; rtl: boolean }) => {
  const t = useText(messages);
  return (
    <section className={styles.sample} id={sample.id} aria-labelledby={`title-${sample.id}`}>
      <h2 id={`title-${sample.id}`}>{sample.title}</h2>
      <div className={styles.states}>
        {STATES.map((state) => (
          <Sample
            key={state}
            sample={sample}
            state={state}
            rtl={rtl}
            heading={t('one', { interaction: sample.title, state: t(state) })}
          />
        ))}
      </div>
    </section>
  );
};

interface SampleProps {
  sample: ReadSample;
  state: State;
  rtl: boolean;
  heading: string;
}

const Sample = ({ sample, state, rtl, heading }: SampleProps) => {
  const id = useId();
  const { item, answered = {} } = sample;
  const view = useMemo(() => {
    const read = candidateView(item, { session: startItem(item), resolve });
    // Without a language of its own, an item runs the way of what is around it.
    return rtl ? { ...read, language: null } : read;
  }, [item, rtl]);
  const [values, setValues] = useState<PlainValues>(state === 'empty' ? {} : answered);
  const correct = Object.fromEntries(item.responses.map((declared) => [declared.identifier, declared.correct]));
  return (
    <article className={styles.state} data-state={state} aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <ItemBody
        view={view}
        values={values}
        onChange={(identifier, value) => setValues((before) => ({ ...before, [identifier]: value }))}
        mode={modeOf[state]}
        correct={correct}
        labelledBy={id}
        host={host}
      />
    </article>
  );
};
