import type { Catalog } from '@testamur/qti';
import { useText } from '../../text/use-text.ts';
import { type SupportWishes, supportsIn } from './cards.ts';
import { messages } from './messages.ts';
import { useLanguageName, useSupportName } from './support-content.tsx';
import { isTranslation } from './support-kinds.ts';
import styles from './supports.module.css';

interface SupportsMenuProps {
  /** Of the item, or of its view when the view has been given all supports. */
  readonly catalogs: readonly Catalog[];
  readonly wishes: SupportWishes;
  onChange(wishes: SupportWishes): void;
}

/** The supports that an item has, to be turned on one by one. */
export const SupportsMenu = ({ catalogs, wishes, onChange }: SupportsMenuProps) => {
  const t = useText(messages);
  const nameOf = useSupportName();
  const names = supportsIn(catalogs);
  const shown = wishes.shown ?? names;
  if (names.length === 0) return <p>{t('noSupports')}</p>;
  const toggle = (name: string, on: boolean) =>
    onChange({ ...wishes, shown: names.filter((each) => (each === name ? on : shown.includes(each))) });
  return (
    <fieldset className={styles.menu}>
      <legend className="t-hidden">{t('supports')}</legend>
      <p className={styles.menuHint}>{t('supportsHint')}</p>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={shown.includes(name)}
            onChange={(event) => toggle(name, event.target.checked)}
          />
          {nameOf(name)}
        </label>
      ))}
      <LanguageChoice catalogs={catalogs} wishes={wishes} onChange={onChange} />
    </fieldset>
  );
};

const LanguageChoice = ({ catalogs, wishes, onChange }: SupportsMenuProps) => {
  const t = useText(messages);
  const nameOf = useLanguageName();
  const translations = catalogs.flatMap(({ cards }) => cards).filter(({ support }) => isTranslation(support));
  const found = translations.flatMap(({ entries }) => entries.flatMap(({ language }) => language ?? []));
  const languages = [...new Set(found)].sort();
  if (languages.length < 2) return null;
  const chosen = translations
    .map(({ support }) => wishes.languages[support])
    .find((language) => language !== undefined);
  const choose = (language: string) => {
    const names = new Set(translations.map(({ support }) => support));
    const kept = Object.entries(wishes.languages).filter(([name]) => !names.has(name));
    const added = language === '' ? [] : [...names].map((name) => [name, language] as const);
    onChange({ ...wishes, languages: Object.fromEntries([...kept, ...added]) });
  };
  return (
    <label>
      {t('language')}
      <select value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('everyLanguage')}</option>
        {languages.map((language) => (
          <option key={language} value={language}>
            {nameOf(language)}
          </option>
        ))}
      </select>
    </label>
  );
};
