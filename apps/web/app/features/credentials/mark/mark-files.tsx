import { useText } from '../../../text/use-text.ts';
import styles from './mark-files.module.css';
import { messages } from './messages.ts';

/** The mark, as it looks and as files. */
export const MarkFiles = ({ credentialId }: { credentialId: string }) => {
  const t = useText(messages);
  const base = `/me/credentials/${credentialId}/mark`;
  return (
    <>
      <h2>{t('download')}</h2>
      <div className={styles.files}>
        <img src={`${base}/png`} alt={t('picture')} width="200" height="200" />
        <ul>
          {(['svg', 'png'] as const).map((form) => (
            <li key={form}>
              <a href={`${base}/${form}`} download>
                {t(form)}
              </a>
              <br />
              {t(`${form}Hint`)}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
};
