import { addPeriod, type Program } from '@testamur/program';
import { EducationFields } from './education-fields.tsx';
import { type Entry, type EntryRequirement, isCourse, isEducation, isExperience, isPaper } from './entries.ts';
import { ExperienceFields } from './experience-fields.tsx';
import { CourseFields, PaperFields } from './paper-fields.tsx';

interface EntryFieldsProps {
  program: Program;
  requirement: EntryRequirement;
  entry: Entry | undefined;
  /** The present, as the standing was read. */
  at: string;
}

/** The fields of one entry, by the kind of the requirement. */
export const EntryFields = ({ program, requirement, entry, at }: EntryFieldsProps) => {
  switch (requirement.kind) {
    case 'experience':
      return <ExperienceFields program={program} entry={entry && isExperience(entry) ? entry : undefined} />;
    case 'education':
      return <EducationFields program={program} entry={entry && isEducation(entry) ? entry : undefined} />;
    case 'course':
      return <CourseFields entry={entry && isCourse(entry) ? entry : undefined} />;
    case 'document':
    case 'work-samples': {
      const { freshFor } = requirement.kind === 'document' ? requirement : {};
      return (
        <PaperFields
          entry={entry && isPaper(entry) ? entry : undefined}
          isSample={requirement.kind === 'work-samples'}
          freshSince={freshFor === undefined ? undefined : addPeriod(at, freshFor, -1).slice(0, 10)}
        />
      );
    }
  }
};
