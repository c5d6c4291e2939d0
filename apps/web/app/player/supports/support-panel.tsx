import { Popover } from '@mantine/core';
import { IconBook2, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import type { Support } from './cards.ts';
import { messages } from './messages.ts';
import { SupportContent, useSupportName } from './support-content.tsx';
import { knownSupport } from './support-kinds.ts';
import styles from './supports.module.css';
import { useSupports } from './supports-context.ts';

const LOOKS = { icon: styles.icon, row: styles.row, words: styles.wordsButton } as const;

interface SupportPanelProps {
  readonly supports: readonly Support[];
  /** What it helps with; empty for something without words. */
  readonly words: string;
  /** `icon`: in a line of text, its words for screen readers; `row`: an icon in a row of controls; `words`: for all to read. */
  readonly look: 'icon' | 'row' | 'words';
}

/** A button, and beside it the panel that it opens. Escape closes it, and focus comes back to the button. */
export const SupportPanel = ({ supports, words, look }: SupportPanelProps) => {
  const t = useText(messages);
  const nameOf = useSupportName();
  const { room } = useSupports();
  const [opened, setOpened] = useState(false);
  const label = useLabel(supports, words);
  const [only] = supports;
  if (only === undefined) return null;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      offset={4}
      shadow="none"
      trapFocus
      returnFocus
      middlewares={{ flip: true, shift: { padding: 8 } }}
      {...(room === null ? {} : { portalProps: { target: room } })}
    >
      <Popover.Target>
        <button
          type="button"
          className={LOOKS[look]}
          data-player-support=""
          data-qti-suppress-tts="all"
          onClick={() => setOpened(!opened)}
          {...(look === 'words' ? {} : { 'aria-label': label, title: label })}
        >
          <Icon of={IconBook2} size={look === 'icon' ? 18 : 20} />
          {look === 'words' && label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel} aria-label={label} data-player-support="">
        <div className={styles.head}>
          <p className={styles.title}>{words === '' ? label : words}</p>
          <button type="button" className={styles.close} aria-label={t('close')} onClick={() => setOpened(false)}>
            <Icon of={IconX} />
          </button>
        </div>
        {supports.map((support) => (
          <section key={support.name} className={styles.part} aria-label={nameOf(support.name)}>
            <p className={styles.name}>{nameOf(support.name)}</p>
            <SupportContent support={support} words={words} />
          </section>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
};

/** What pressing the button gives: the meaning, a translation, a film, or several of them. */
const useLabel = (supports: readonly Support[], words: string): string => {
  const t = useText(messages);
  const nameOf = useSupportName();
  const [only] = supports;
  if (supports.length > 1 || only === undefined) return words === '' ? t('helpWithThis') : t('helpWith', { words });
  if (words === '') return nameOf(only.name);
  const known = knownSupport(only.name);
  if (known === 'glossary-on-screen' || known === 'illustrated-glossary') return t('meaningOf', { words });
  if (known === 'keyword-translation') return t('translationOf', { words });
  return t('supportFor', { support: nameOf(only.name), words });
};
