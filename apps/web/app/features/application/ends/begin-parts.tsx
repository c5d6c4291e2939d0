import { applies, type Program, type Requirement, type Rule } from '@testamur/program';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath } from '../candidacy.ts';
import { listSections } from '../sections/sections.ts';
import { messages } from './messages.ts';

const extraWords = {
  region: 'yourRegion',
  membership: 'yourPrice',
  bundle: 'yourBundle',
  accommodation: 'yourAccommodation',
  register: 'yourRegister',
} as const;

/** For whom a part is there, in the words of the program; empty where it is there for everybody. */
const scopeWords = (program: Program, { for: scope = {} }: Requirement): string =>
  Object.entries(scope)
    .map(([axisId, values]) => {
      const options = axisId === 'region' ? program.regions : program.tracks?.find(({ id }) => id === axisId)?.options;
      return values.map((value) => options?.find(({ id }) => id === value)?.title ?? value).join(', ');
    })
    .join('; ');

const hasWays = (rule: Rule): boolean =>
  typeof rule !== 'string' && ('any' in rule || ('of' in rule ? true : rule.all.some(hasWays)));

/** What the application will ask for, so that everything can be at hand. */
export const AskedList = ({ program }: { program: Program }) => {
  const t = useText(messages);
  const extras = listSections(program, {}).flatMap(({ kind }) => (kind === 'requirement' ? [] : [kind]));
  const isFree = program.fees.every(({ kind }) => kind !== 'registration' && kind !== 'application');
  return (
    <>
      <h2>{t('youNeed')}</h2>
      {hasWays(program.eligibility) && <p>{t('severalWays')}</p>}
      <ol>
        {program.requirements
          .filter((requirement) => applies(requirement, {}) !== false)
          .map((requirement) => {
            const scope = scopeWords(program, requirement);
            return (
              <li key={requirement.id}>
                <strong>{requirement.title}</strong>
                {scope !== '' && ` (${scope})`}. {requirement.description}
              </li>
            );
          })}
        {extras.map((kind) => (
          <li key={kind}>{t(extraWords[kind])}</li>
        ))}
      </ol>
      <p>{t(isFree ? 'noFeeNow' : 'feeNow')}</p>
    </>
  );
};

interface UnderWayProps {
  candidacies: readonly { readonly id: string; readonly number: string; readonly track: string | undefined }[];
  mayBeginAnother: boolean;
}

/** Applications that are under way already: they are gone on with, not begun anew. */
export const UnderWay = ({ candidacies, mayBeginAnother }: UnderWayProps) => {
  const t = useText(messages);
  return (
    <Panel title={t('underWay')}>
      <ul>
        {candidacies.map(({ id, number, track }) => (
          <li key={id}>
            <p>{track === undefined ? t('goOn', { number }) : t('goOnTrack', { track, number })}</p>
            <LinkButton to={candidacyPath(id)} weight={mayBeginAnother ? 'other' : 'main'}>
              {t('open')}
            </LinkButton>
          </li>
        ))}
      </ul>
      {mayBeginAnother && <p>{t('beginAnother')}</p>}
    </Panel>
  );
};
