import { useDocument } from '../../document/document-context.ts';
import { useText } from '../../text/use-text.ts';
import { isSafeAddress } from '../content/allowed.ts';
import { Content } from '../content/content.tsx';
import { languageOf } from '../content/language.ts';
import type { CardEntry, Support } from './cards.ts';
import { messages } from './messages.ts';
import { knownSupport } from './support-kinds.ts';
import styles from './supports.module.css';
import { SupportsProvider, useSupports } from './supports-context.ts';

/** The name of a support in words; that of an extension as its author wrote it. */
export const useSupportName = (): ((support: string) => string) => {
  const t = useText(messages);
  return (support) => {
    const known = knownSupport(support);
    return known === undefined ? support.replace(/^ext:/, '').replaceAll('-', ' ') : t(known);
  };
};

/** A language by its name in the language of the reader. */
export const useLanguageName = (): ((language: string) => string) => {
  const { locale } = useDocument();
  return (language) => {
    try {
      return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
    } catch {
      return language;
    }
  };
};

interface SupportContentProps {
  readonly support: Support;
  /** The words that it is for. */
  readonly words: string;
}

/** What a support says: each of its entries, in its own language. Nothing in it has supports of its own. */
export const SupportContent = ({ support, words }: SupportContentProps) => {
  const name = useSupportName()(support.name);
  const nameOf = useLanguageName();
  const supports = useSupports();
  const several = support.entries.length > 1;
  return (
    <SupportsProvider value={{ ...supports, catalogs: [] }}>
      {support.entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no names; a change replaces them as a whole.
        <div key={at} className={styles.entry}>
          {several && entry.language !== null && <p className={styles.language}>{nameOf(entry.language)}</p>}
          <div {...languageOf(entry.language)}>
            <Content nodes={entry.content} />
          </div>
          {entry.files.map((file) => (
            <SupportFile key={file.href} file={file} name={name} words={words} />
          ))}
        </div>
      ))}
    </SupportsProvider>
  );
};

interface SupportFileProps {
  readonly file: CardEntry['files'][number];
  readonly name: string;
  readonly words: string;
}

const SupportFile = ({ file, name, words }: SupportFileProps) => {
  const t = useText(messages);
  const { href, mimeType } = file;
  if (!isSafeAddress(href)) return null;
  const [kind] = mimeType.split('/');
  const played = { src: href, controls: true, preload: 'metadata' } as const;
  // The film or recording is itself what stands in for the words.
  if (kind === 'video') return <video className={styles.film} {...played} aria-label={t('film', { support: name })} />;
  if (kind === 'audio') {
    return <audio className={styles.recording} {...played} aria-label={t('recording', { support: name })} />;
  }
  if (kind === 'image')
    return <img className={styles.picture} src={href} alt={t('picture', { support: name, words })} />;
  return (
    <p>
      <a href={href} download="">
        {t('file', { type: mimeType === '' ? t('unknownType') : mimeType })}
      </a>
    </p>
  );
};
