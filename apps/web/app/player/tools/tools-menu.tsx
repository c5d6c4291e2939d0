import { IconFlag, IconStrikethrough, type Icon as TablerIcon } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { Materials } from './materials.tsx';
import { messages } from './messages.ts';
import { toolIcons } from './tool-icons.ts';
import { toolLetters } from './tool-names.ts';
import styles from './tools.module.css';
import type { Tools } from './use-tools.ts';

/** What the player itself does, listed with the tools. */
export interface OwnTool {
  readonly name: 'strike' | 'flag';
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

const ownIcons: Readonly<Record<OwnTool['name'], TablerIcon>> = { strike: IconStrikethrough, flag: IconFlag };
/** The player's own keys. */
const ownLetters: Readonly<Record<OwnTool['name'], string>> = { strike: 'x', flag: 'f' };

interface ToolButtonProps {
  readonly icon: TablerIcon;
  readonly words: string;
  /** Missing where letters are off. */
  readonly letter?: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

const ToolButton = ({ icon, words, letter, pressed, onPress }: ToolButtonProps) => (
  <button
    type="button"
    className={styles.tool}
    aria-pressed={pressed}
    {...(letter === undefined ? {} : { 'aria-keyshortcuts': letter.toUpperCase() })}
    onClick={onPress}
  >
    <Icon of={icon} />
    <span>{words}</span>
    {letter !== undefined && (
      // The shortcut is said already: `aria-keyshortcuts` names it.
      <span className={styles.letter} aria-hidden="true">
        <kbd>{letter.toUpperCase()}</kbd>
      </span>
    )}
  </button>
);

interface ToolsListProps {
  readonly tools: Tools;
  readonly own?: readonly OwnTool[];
  /** Called after a tool was opened from a menu, which then makes room. */
  readonly onOpened?: () => void;
}

/** The tools as a list with the key of each, and what the item wants at hand: what a tools panel shows. */
export const ToolsMenu = ({ tools, own = [], onOpened }: ToolsListProps) => {
  const t = useText(messages);
  const letter = (text: string) => (tools.singleKeys ? { letter: text } : {});
  return (
    <div className={styles.menu}>
      <ul className={styles.list} aria-label={t('toolsOfItem')}>
        {tools.names.map((name) => (
          <li key={name}>
            <ToolButton
              icon={toolIcons[name]}
              words={t(name)}
              {...letter(toolLetters[name])}
              pressed={tools.open.includes(name)}
              onPress={() => {
                const opens = !tools.open.includes(name);
                tools.toggle(name);
                if (opens) onOpened?.();
              }}
            />
          </li>
        ))}
        {own.map(({ name, pressed, onToggle }) => (
          <li key={name}>
            <ToolButton
              icon={ownIcons[name]}
              words={t(name)}
              {...letter(ownLetters[name])}
              pressed={pressed}
              onPress={onToggle}
            />
          </li>
        ))}
      </ul>
      <Materials materials={tools.materials ?? []} />
      <p className={styles.hint}>{t('around')}</p>
    </div>
  );
};
