import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import { type ReactNode, useId } from 'react';
import { useText } from '../../../text/use-text.ts';
import controls from '../controls.module.css';
import { messages } from '../messages.ts';
import styles from './display.module.css';
import { type DisplaySettings, fonts, type Ground, grounds, textSizes, usualDisplay } from './display-settings.ts';

type Words = keyof typeof messages;

const groundWords: Readonly<Record<Ground, Words>> = {
  site: 'groundSite',
  paper: 'groundPaper',
  dark: 'groundDark',
  'black-on-white': 'groundBlackOnWhite',
  'yellow-on-black': 'groundYellowOnBlack',
  cream: 'groundCream',
};

const spacings = [
  ['wideLines', 'lineSpacing'],
  ['wideLetters', 'letterSpacing'],
  ['wideWords', 'wordSpacing'],
] as const;

interface ChoicesProps<Value extends string | number> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly words: (value: Value) => ReactNode;
  readonly onChoose: (value: Value) => void;
}

const Choices = <Value extends string | number>({ legend, values, chosen, words, onChoose }: ChoicesProps<Value>) => {
  const name = useId();
  return (
    <fieldset className={controls.choice}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className={controls.part}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{words(value)}</span>
        </label>
      ))}
    </fieldset>
  );
};

interface DisplayToolProps {
  readonly settings: DisplaySettings;
  readonly onChange: (part: Partial<DisplaySettings>) => void;
}

/** Size, letters, spacing and colors of the items. The size of the text is no magnifier: lines are broken anew. */
export const DisplayTool = ({ settings, onChange }: DisplayToolProps) => {
  const t = useText(messages);
  const isUsual = Object.entries(usualDisplay).every(
    ([name, value]) => settings[name as keyof DisplaySettings] === value,
  );
  return (
    <div className={styles.display}>
      <Choices
        legend={t('textSize')}
        values={textSizes}
        chosen={settings.textSize}
        words={(size) => t('percent', { size })}
        onChoose={(textSize) => onChange({ textSize })}
      />
      <Choices
        legend={t('colors')}
        values={grounds}
        chosen={settings.ground}
        words={(ground) => t(groundWords[ground])}
        onChoose={(ground) => onChange({ ground })}
      />
      <Choices
        legend={t('font')}
        values={fonts}
        chosen={settings.font}
        words={(font) => t(font === 'site' ? 'fontSite' : 'fontLegible')}
        onChoose={(font) => onChange({ font })}
      />
      <fieldset className={controls.choice}>
        <legend>{t('spacing')}</legend>
        {spacings.map(([name, words]) => (
          <label key={name} className={controls.part}>
            <input type="checkbox" checked={settings[name]} onChange={() => onChange({ [name]: !settings[name] })} />
            <span>{t(words)}</span>
          </label>
        ))}
      </fieldset>
      {!isUsual && (
        <button type="button" className={controls.plain} onClick={() => onChange(usualDisplay)}>
          {t('asUsual')}
        </button>
      )}
    </div>
  );
};
