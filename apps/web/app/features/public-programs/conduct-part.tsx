import type { Program } from '@testamur/program';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';

/** What candidates sign: the code of conduct, and agreements beside it. */
export const ConductPart = ({ program }: { program: Program }) => {
  const { t } = useWords();
  return (
    <>
      <ol>
        {program.codeOfConduct.articles.map((article) => (
          <li key={article.id}>
            <strong>{article.title}.</strong> {article.text}
          </li>
        ))}
      </ol>
      {program.agreements?.map(({ id, title, version, text }, at) => (
        <section key={id} aria-labelledby={`agreement-${id}`}>
          <h3 id={`agreement-${id}`}>{t('agreement', { title, version })}</h3>
          <p>
            {text}
            <Mark program={program} path={['agreements', at, 'text']} />
          </p>
        </section>
      ))}
    </>
  );
};
