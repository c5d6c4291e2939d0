import { apiDocumentContext } from '../../context.ts';
import { load } from '../../loading/load.ts';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/api-page';
import styles from './api-reference.module.css';
import { type ApiDocument, describeByTag } from './describe.ts';
import { messages } from './messages.ts';
import { OperationPart } from './operation-part.tsx';

export const loader = load(({ context }: Route.LoaderArgs) => {
  const document = context.get(apiDocumentContext) as ApiDocument;
  return { tags: describeByTag(document), server: document.servers?.[0]?.url ?? '/api' };
});

export default function ApiPage({ loaderData: { tags, server } }: Route.ComponentProps) {
  const t = useText(messages);
  const count = tags.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <Page title={t('title')} lead={t('lead', { count })}>
      <p>{t.rich('document', { link: (words) => <a href="/api/openapi.json">{words}</a> })}</p>
      <h2>{t('signIn')}</h2>
      <p>{t('signInText')}</p>
      <h2>{t('idempotency')}</h2>
      <p>{t('idempotencyText')}</p>
      <h2>{t('problems')}</h2>
      <p>{t('problemsText')}</p>
      <p>{t('unknown')}</p>
      <nav aria-label={t('operations')}>
        <ul className={styles.tags}>
          {tags.map(({ tag }) => (
            <li key={tag}>
              <a href={`#${tag.replaceAll(' ', '-')}`}>{tag}</a>
            </li>
          ))}
        </ul>
      </nav>
      {tags.map(({ tag, operations }) => (
        <section key={tag} aria-labelledby={tag.replaceAll(' ', '-')}>
          <h2 id={tag.replaceAll(' ', '-')}>{tag}</h2>
          {operations.map((operation) => (
            <OperationPart key={operation.id} operation={operation} server={server} />
          ))}
        </section>
      ))}
    </Page>
  );
}
