import { Link } from 'react-router';
import type { Api } from '../../../api.ts';
import { Disclosure } from '../../../parts/disclosure.tsx';
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

/** Once it is over only what tells that is taken along: no certificate, no badge. */
const waysOf = ({ hasCard, state }: Pick<Credential, 'hasCard' | 'state'>): readonly Way[] =>
  isInForce(state)
    ? [
        { name: 'certificate', hint: 'certificateHint', to: 'certificate.pdf' },
        { name: 'badge', hint: 'badgeHint', to: 'badge/png' },
        ...(hasCard ? [{ name: 'card', hint: 'cardHint', to: 'card.pdf' } as const] : []),
        { name: 'wallet', hint: 'walletHint', to: 'wallet', isPage: true },
        { name: 'letter', hint: 'letterHint', to: 'letter', isPage: true },
        { name: 'json', hint: 'jsonHint', to: 'credential.json' },
      ]
    : [
        { name: 'letter', hint: 'letterHint', to: 'letter', isPage: true },
        { name: 'json', hint: 'jsonOverHint', to: 'credential.json' },
      ];

const forSome: readonly Way[] = [
  { name: 'parts', hint: 'partsHint', to: 'parts', isPage: true },
  { name: 'badgeSvg', hint: 'badgeSvgHint', to: 'badge/svg' },
  { name: 'jwt', hint: 'jwtHint', to: 'credential.jwt' },
];

const Ways = ({ base, ways }: { base: string; ways: readonly Way[] }) => {
  const t = useText(messages);
  return (
    <ul className={styles.list} data-wide>
      {ways.map(({ name, hint, to, isPage = false }) => (
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
  );
};

/** What its holder can take along, and what each is for; what few people need opens. */
export const TakeList = ({ credential }: { credential: Credential }) => {
  const t = useText(messages);
  const base = `/me/credentials/${credential.id}`;
  const holds = isInForce(credential.state);
  return (
    <section aria-labelledby="take">
      <h2 id="take">{t(holds ? 'title' : 'titleOver')}</h2>
      <Ways base={base} ways={waysOf(credential)} />
      {holds && (
        <Disclosure label={t('forSome')}>
          <Ways base={base} ways={forSome} />
        </Disclosure>
      )}
    </section>
  );
};
