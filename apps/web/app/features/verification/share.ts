import type { MetaDescriptor } from 'react-router';
import { statusWords } from '../../parts/status-words.ts';
import { textIn } from '../../text/format.ts';
import type { Locale } from '../../text/locales.ts';
import type { Verified } from './credential.ts';
import { bandLineOf } from './employer-words.ts';
import { messages } from './messages.ts';

/** What a link to the page shows where it is shared, and what a search engine may do. */
export interface Share {
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly picture: string;
  readonly mayBeIndexed: boolean;
}

/** The holder is named only where the holder agreed to be named in public. */
export const shareOf = ({ credential, inForce }: Verified, locale: Locale): Share => {
  const t = textIn(locale, messages);
  const { number, holderName, title, listed, address, state, since, demonstration } = credential;
  const isUnconfirmed = bandLineOf(state, inForce) === 'unconfirmed';
  const status = isUnconfirmed ? t('notConfirmed') : textIn(locale, statusWords)(`credential.${state}`);
  return {
    title: listed
      ? t('title', { name: holderName, credential: title })
      : t('shareTitle', { credential: title, number }),
    description: t('shareDescription', { status: `${status}.`, organization: credential.organizationName }),
    address,
    // Whoever keeps pictures by their address fetches another one once the state has changed.
    picture: `${address}/picture.png?${new URLSearchParams({ state: isUnconfirmed ? 'open' : state, since })}`,
    mayBeIndexed: listed && !demonstration,
  };
};

export const metaOf = ({ title, description, address, picture, mayBeIndexed }: Share): MetaDescriptor[] => [
  { name: 'description', content: description },
  { property: 'og:type', content: 'website' },
  { property: 'og:site_name', content: 'Testamur' },
  { property: 'og:title', content: title },
  { property: 'og:description', content: description },
  { property: 'og:url', content: address },
  { property: 'og:image', content: picture },
  { property: 'og:image:type', content: 'image/png' },
  { property: 'og:image:width', content: '1200' },
  { property: 'og:image:height', content: '630' },
  { property: 'og:image:alt', content: `${title}. ${description}` },
  { name: 'twitter:card', content: 'summary_large_image' },
  { tagName: 'link', rel: 'canonical', href: address },
  ...(mayBeIndexed ? [] : [{ name: 'robots', content: 'noindex' }]),
];

/** JSON-LD in the head of a page. */
export const linkedDataMeta = (data: Readonly<Record<string, unknown>>): MetaDescriptor => ({
  'script:ld+json': { ...data } as Record<string, string>,
});
