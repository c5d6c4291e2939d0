import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { type OwnTool, type Tools, ToolsMenu } from '../../../player/tools/index.ts';
import { useText } from '../../../text/use-text.ts';
import bars from './bars.module.css';
import { KeyList } from './key-list.tsx';
import { messages } from './messages.ts';
import type { Settings } from './settings.ts';
import styles from './tools.module.css';

interface ToolsPanelProps {
  id: string;
  tools: Tools;
  own: readonly OwnTool[];
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
  onClose: () => void;
  /** A tool takes the place of the panel. */
  onOpened: () => void;
}

/** The tools at hand and the keys. It lies beside the item and locks nothing. */
export const ToolsPanel = ({ id, tools, own, settings, onChange, onClose, onOpened }: ToolsPanelProps) => {
  const t = useText(messages);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { singleKeys } = settings;
  return (
    <section id={id} ref={place} tabIndex={-1} className={styles.panel} aria-label={t('tools')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('tools')}</h2>
        <button type="button" className={bars.button} aria-label={t('closeTools')} onClick={onClose}>
          <Icon of={IconX} />
        </button>
      </div>
      <div className={styles.parts}>
        <ToolsMenu tools={tools} own={own} onOpened={onOpened} />
        <div>
          <label className={styles.option}>
            <input
              type="checkbox"
              name="keys"
              checked={singleKeys}
              onChange={() => onChange({ singleKeys: !singleKeys })}
            />
            <span>{t('singleKeys')}</span>
          </label>
          <KeyList tools={tools.names} />
        </div>
      </div>
    </section>
  );
};
