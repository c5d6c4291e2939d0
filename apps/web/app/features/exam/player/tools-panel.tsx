import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import bars from './bars.module.css';
import { KeyList } from './key-list.tsx';
import { messages } from './messages.ts';
import { type Ground, grounds, type Settings, textSizes } from './settings.ts';
import styles from './tools.module.css';

const groundWords: Readonly<Record<Ground, keyof typeof messages>> = {
  site: 'groundSite',
  paper: 'groundPaper',
  dark: 'groundDark',
  'black-on-white': 'groundBlackOnWhite',
  'yellow-on-black': 'groundYellowOnBlack',
  cream: 'groundCream',
};

interface OptionProps {
  kind: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  onChange: () => void;
  children: ReactNode;
}

const Option = ({ kind, name, checked, onChange, children }: OptionProps) => (
  <label className={styles.option}>
    <input type={kind} name={name} checked={checked} onChange={onChange} />
    <span>{children}</span>
  </label>
);

interface ToolsPanelProps {
  id: string;
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
  onClose: () => void;
}

/** How the exam looks and which keys it has. It lies beside the item and locks nothing. */
export const ToolsPanel = ({ id, settings, onChange, onClose }: ToolsPanelProps) => {
  const t = useText(messages);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { ground, textSize, legible, singleKeys, strikeButtons } = settings;
  return (
    <section id={id} ref={place} tabIndex={-1} className={styles.panel} aria-label={t('tools')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('tools')}</h2>
        <button type="button" className={bars.button} aria-label={t('closeTools')} onClick={onClose}>
          <Icon of={IconX} />
        </button>
      </div>
      <div className={styles.parts}>
        <fieldset className={styles.set}>
          <legend>{t('ground')}</legend>
          {grounds.map((each) => (
            <Option
              key={each}
              kind="radio"
              name="ground"
              checked={each === ground}
              onChange={() => onChange({ ground: each })}
            >
              {t(groundWords[each])}
            </Option>
          ))}
        </fieldset>
        <fieldset className={styles.set}>
          <legend>{t('textSize')}</legend>
          {textSizes.map((each) => (
            <Option
              key={each}
              kind="radio"
              name="size"
              checked={each === textSize}
              onChange={() => onChange({ textSize: each })}
            >
              {t('percent', { size: each })}
            </Option>
          ))}
        </fieldset>
        <fieldset className={styles.set}>
          <legend>{t('reading')}</legend>
          <Option kind="checkbox" name="legible" checked={legible} onChange={() => onChange({ legible: !legible })}>
            {t('legible')}
          </Option>
          <Option
            kind="checkbox"
            name="strike"
            checked={strikeButtons}
            onChange={() => onChange({ strikeButtons: !strikeButtons })}
          >
            {t('strikeButtons')}
          </Option>
          <Option
            kind="checkbox"
            name="keys"
            checked={singleKeys}
            onChange={() => onChange({ singleKeys: !singleKeys })}
          >
            {t('singleKeys')}
          </Option>
        </fieldset>
        <KeyList />
      </div>
    </section>
  );
};
