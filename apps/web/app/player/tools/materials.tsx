import type { CompanionMaterial } from '@testamur/qti';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './tools.module.css';

/** A file of the item's package, as the server names it: of this site or a blob, never a script. */
const isOpenable = (href: string): boolean => /^(https?:|blob:)/i.test(href) || /^\/?[^:\s]*$/.test(href);

/** What an item wants at hand that is no tool: files that open beside the exam, and things on the desk. */
export const Materials = ({ materials }: { readonly materials: readonly CompanionMaterial[] }) => {
  const t = useText(messages);
  const shown = materials.filter(
    (each) => each.kind === 'physical' || (each.kind === 'digital' && isOpenable(each.href)),
  );
  if (shown.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('atHand')}</h3>
      <ul className={styles.materials}>
        {shown.map((each) =>
          each.kind === 'digital' ? (
            <li key={each.href}>
              <a href={each.href} target="_blank" rel="noreferrer">
                {t('opensBeside', { label: each.label ?? t('file') })}
              </a>
            </li>
          ) : each.kind === 'physical' ? (
            <li key={each.description}>{each.description}</li>
          ) : null,
        )}
      </ul>
    </section>
  );
};
