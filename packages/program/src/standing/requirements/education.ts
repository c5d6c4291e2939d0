import { isCalendarDate } from '../../calendar/date.ts';
import type { CalendarDate, EducationEntry } from '../../facts.ts';
import { labelOf } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Program, RequirementOf } from '../../schema/program.ts';
import { degreeLevels } from '../../schema/requirements.ts';
import type { Text } from '../../text.ts';
import { type ClaimOf, enough, short, type Worth } from './worth.ts';

type Rule = RequirementOf<'education'>;

const rank = ({ level }: EducationEntry): number => degreeLevels.indexOf(level);

function isInField({ fields }: Rule, { fieldId }: EducationEntry): boolean {
  return fields === undefined || (fieldId !== undefined && fields.includes(fieldId));
}

function isAccredited({ accredited, accreditedBy }: Rule, entry: EducationEntry): boolean {
  if (accreditedBy === undefined) return entry.accredited || !accredited;
  return entry.accreditedBy !== undefined && accreditedBy.includes(entry.accreditedBy);
}

/** What stated degrees are worth: one of them has to meet every part of the rule by itself. */
export function assessEducation(program: Program, rule: Rule, claim: ClaimOf<'education'>, until: CalendarDate): Worth {
  const needed = degreeLevels.indexOf(rule.minimumLevel);
  const isPossible = ({ awardedOn }: EducationEntry): boolean => isCalendarDate(awardedOn) && awardedOn <= until;
  const impossibleIds = claim.entries.filter((entry) => !isPossible(entry)).map(({ id }) => id);
  const highEnough = claim.entries.filter((entry) => isPossible(entry) && rank(entry) >= needed);
  const inField = highEnough.filter((entry) => isInField(rule, entry));
  const best = inField
    .filter((entry) => isAccredited(rule, entry))
    .reduce<EducationEntry | undefined>(
      (top, entry) => (top === undefined || rank(entry) > rank(top) ? entry : top),
      undefined,
    );
  if (best !== undefined) {
    const { level, institution, awardedOn } = best;
    const reason = text('education.enough', { level, institution, awardedOn });
    return enough(text('education.degree', { level, institution }), reason, impossibleIds);
  }
  const level = rule.minimumLevel;
  if (highEnough.length === 0) {
    return short(text('education.none', { level }), text('education.too-low', { level }), impossibleIds);
  }
  const [stated] = inField.length > 0 ? inField : highEnough;
  const detail = text('education.degree', {
    level: stated?.level ?? level,
    institution: stated?.institution ?? '',
  });
  if (inField.length === 0) {
    return short(
      detail,
      text('education.other-field', { fields: labelsOf(program, 'fields', rule.fields) }),
      impossibleIds,
    );
  }
  if (rule.accreditedBy === undefined) return short(detail, text('education.not-accredited'), impossibleIds);
  const accreditors = labelsOf(program, 'accreditors', rule.accreditedBy);
  return short(detail, text('education.other-accreditor', { accreditors }), impossibleIds);
}

function labelsOf(program: Program, list: 'fields' | 'accreditors', ids: readonly string[] | undefined): string {
  return (ids ?? []).map((id) => labelOf(program[list], id)).join(', ');
}

/** Which degree a requirement asks for. */
export function educationRule(program: Program, { minimumLevel, accredited, fields, accreditedBy }: Rule): Text {
  const values = {
    level: minimumLevel,
    fields: labelsOf(program, 'fields', fields),
    accreditors: labelsOf(program, 'accreditors', accreditedBy),
  };
  const from = accreditedBy !== undefined ? '-by' : accredited ? '-accredited' : '';
  return text(`education.rule${fields === undefined ? '' : '-field'}${from}`, values);
}
