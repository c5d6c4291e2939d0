import { SelectField } from '../../parts/select-field.tsx';
import type { OwnProgram } from './own-programs.ts';

/** Which program is looked at; nothing where there is one alone. */
export const ProgramSelect = ({
  label,
  programs,
  chosen,
}: {
  label: string;
  programs: readonly OwnProgram[];
  chosen: OwnProgram;
}) =>
  programs.length > 1 ? (
    <SelectField
      name="program"
      label={label}
      defaultValue={chosen.id}
      options={programs.map(({ id, title }) => ({ value: id, label: title }))}
    />
  ) : (
    <input type="hidden" name="program" value={chosen.id} />
  );
