import { labelOf, type Program, settingLabel } from '@testamur/program';
import { Time } from '../../../../parts/time.tsx';
import { useSay } from '../../../../text/use-say.ts';
import { useText } from '../../../../text/use-text.ts';
import type { EvidenceFile } from '../../candidacy.ts';
import {
  type EducationEntry,
  type Entry,
  type ExperienceEntry,
  isCourse,
  isEducation,
  isExperience,
} from '../entries/entries.ts';
import { FileLinks } from '../file-links.tsx';
import { messages } from '../section-messages.ts';

interface Of<E> {
  entry: E;
  program: Program;
}

const Job = ({ entry, program }: Of<ExperienceEntry>) => {
  const t = useText(messages);
  const { setting, role, from, to, fullTimePercent } = entry;
  return (
    <>
      <div>{setting === 'other' ? t('otherSetting') : settingLabel(program, setting)}</div>
      {role !== undefined && <div>{role === 'other' ? t('otherRole') : labelOf(program.roles, role)}</div>}
      <div>
        {t.rich('period', {
          from: <Time key="from" on={from} />,
          to: to === undefined ? t('goesOn') : <Time key="to" on={to} />,
        })}
        , {t('percent', { percent: fullTimePercent })}
      </div>
    </>
  );
};

const Degree = ({ entry, program }: Of<EducationEntry>) => {
  const t = useText(messages);
  const say = useSay();
  const { level, fieldId, accredited, accreditedBy, awardedOn } = entry;
  const by = accreditedBy === undefined || accreditedBy === 'other' ? undefined : accreditedBy;
  return (
    <>
      <div>
        {say({ code: `level.${level}` })},{' '}
        {by === undefined
          ? t('accreditedWord', { accredited })
          : t('accreditedByWord', { by: labelOf(program.accreditors, by) })}
        , <Time on={awardedOn} />
      </div>
      {fieldId !== undefined && <div>{fieldId === 'other' ? t('otherField') : labelOf(program.fields, fieldId)}</div>}
    </>
  );
};

const Words = ({ entry, program }: Of<Entry>) => {
  const t = useText(messages);
  if (isExperience(entry)) return <Job entry={entry} program={program} />;
  if (isEducation(entry)) return <Degree entry={entry} program={program} />;
  if (isCourse(entry)) {
    return (
      <div>
        {t('hoursWord', { hours: entry.hours })}, <Time on={entry.completedOn} />
      </div>
    );
  }
  return (
    <div>
      <Time on={entry.issuedOn} />
    </div>
  );
};

interface EntryDetailProps extends Of<Entry> {
  files: readonly EvidenceFile[];
}

/** One job, degree, course or paper in words, with its files. */
export const EntryDetail = ({ entry, program, files }: EntryDetailProps) => (
  <>
    <Words entry={entry} program={program} />
    <FileLinks ids={entry.fileIds} files={files} />
  </>
);
