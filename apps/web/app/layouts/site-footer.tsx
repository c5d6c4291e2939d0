import { Link, useLocation } from 'react-router';
import { useDocument } from '../document/document-context.ts';
import type { Scheme } from '../document/document-facts.ts';
import { localeNames, locales, pseudoLocales } from '../text/locales.ts';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './site-footer.module.css';

const schemes = [
  ['auto', 'schemeAuto'],
  ['light', 'schemeLight'],
  ['dark', 'schemeDark'],
] as const satisfies readonly (readonly [Scheme, string])[];

/** Help, language and colors. The choices are plain form buttons, so they work without JavaScript. */
export const SiteFooter = () => {
  const t = useText(messages);
  const { pathname, search } = useLocation();
  const { locale, scheme, development } = useDocument();
  const offered = development ? [...locales, ...pseudoLocales] : locales;
  return (
    <footer className={styles.footer} data-screen-only>
      <div className={styles.row}>
        <nav aria-label={t('footer')} className={styles.links}>
          <Link to="/guide">{t('guide')}</Link>
          <Link to="/plan">{t('plan')}</Link>
          <Link to="/help">{t('help')}</Link>
          <Link to="/api">{t('api')}</Link>
        </nav>
        <form method="post" action="/preferences" className={styles.choices}>
          <input type="hidden" name="to" value={`${pathname}${search}`} />
          {offered.length === 1 ? (
            <span>{t('language', { language: localeNames[locale] })}</span>
          ) : (
            <fieldset className={styles.choice}>
              <legend>{t('languageChoice')}</legend>
              {offered.map((each) => (
                <button key={each} type="submit" name="locale" value={each} aria-pressed={each === locale} lang={each}>
                  {localeNames[each]}
                </button>
              ))}
            </fieldset>
          )}
          <fieldset className={styles.choice}>
            <legend>{t('colors')}</legend>
            {schemes.map(([value, label]) => (
              <button key={value} type="submit" name="scheme" value={value} aria-pressed={value === scheme}>
                {t(label)}
              </button>
            ))}
          </fieldset>
        </form>
      </div>
    </footer>
  );
};
