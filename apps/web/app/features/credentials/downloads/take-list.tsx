import { Link } from 'react-router';
import type { Api } from '../../../api.ts';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import { messages } from './messages.ts';
import styles from './take-list.module.css';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;
type Key = keyof typeof messages;

interface Way {
  readonly name: Key;
  readonly hint: Key;
  readonly to: string;
  /** A page that asks something first; the others are files. */
  readonly isPage?: boolean;
}

const waysOf = ({ hasCard, state }: Pick<Credential, 'hasCard' | 'state'>): readonly Way[] => [
  { name: 'certificate', hint: 'certificateHint', to: 'certificate.pdf' },
  ...(hasCard ? [{ name: 'card', hint: 'cardHint', to: 'card.pdf' } as const] : []),
  { name: 'letter', hint: 'letterHint', to: 'letter', isPage: true },
  { name: 'badge', hint: 'badgeHint', to: 'badge/png' },
  { name: 'badgeSvg', hint: 'badgeSvgHint', to: 'badge/svg' },
  ...(isInForce(state) ? [{ name: 'wallet', hint: 'walletHint', to: 'wallet', isPage: true } as const] : []),
  { name: 'json', hint: 'jsonHint', to: 'credential.json' },
  { name: 'jwt', hint: 'jwtHint', to: 'credential.jwt' },
  { name: 'parts', hint: 'partsHint', to: 'parts', isPage: true },
];

/** Everything that its holder can take along, and what each is for. */
export const TakeList = ({ credential }: { credential: Credential }) => {
  const t = useText(messages);
  const base = `/me/credentials/${credential.id}`;
  return (
    <section aria-labelledby="take">
      <h2 id="take">{t('title')}</h2>
      <ul className={styles.list} data-wide>
        {waysOf(credential).map(({ name, hint, to, isPage = false }) => (
          <li key={name}>
            {isPage ? (
              <Link to={`${base}/${to}`}>{t(name)}</Link>
            ) : (
              <a href={`${base}/${to}`} download>
                {t(name)}
              </a>
            )}
            <span className={styles.hint}>{t(hint)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
