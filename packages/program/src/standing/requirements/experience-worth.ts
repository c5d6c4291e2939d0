import type { CalendarDate } from '../../facts.ts';
import { settingLabel } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Program, RequirementOf } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { type ExperienceAmount, tallyExperience } from './experience-tally.ts';
import { type ClaimOf, enough, short, type Worth } from './worth.ts';

function missingOf({ counted, needed, unit }: ExperienceAmount): number {
  return unit === 'hours' ? needed - counted : Math.round((needed - counted) * 10) / 10;
}

function shortOf(amount: ExperienceAmount, reached: CalendarDate | undefined): Text {
  const values = { counted: amount.counted, needed: amount.needed, missing: missingOf(amount) };
  if (amount.unit === 'hours') {
    return reached === undefined
      ? text('experience.short-hours', values)
      : text('experience.short-hours-until', { ...values, reached });
  }
  return reached === undefined
    ? text('experience.short', values)
    : text('experience.short-until', { ...values, reached });
}

function partShortOf(part: ExperienceAmount & { title: string }, reached: CalendarDate | undefined): Text {
  const { counted, needed, title } = part;
  const values = { title, counted, needed, missing: missingOf(part) };
  if (part.unit === 'hours') {
    return reached === undefined
      ? text('experience.part-short-hours', values)
      : text('experience.part-short-hours-until', { ...values, reached });
  }
  return reached === undefined
    ? text('experience.part-short', values)
    : text('experience.part-short-until', { ...values, reached });
}

function detailOf({ counted, needed, unit, suffices }: ExperienceAmount): Text {
  if (unit === 'hours') {
    return suffices ? text('experience.hours', { counted }) : text('experience.of-hours', { counted, needed });
  }
  return suffices ? text('experience.years', { counted }) : text('experience.of', { counted, needed });
}

/** What stated work is worth up to a day. */
export function assessExperience(
  rule: RequirementOf<'experience'>,
  claim: ClaimOf<'experience'>,
  until: CalendarDate,
): Worth {
  const tally = tallyExperience(rule, claim.entries, until);
  const { counted, needed, unit, impossibleIds, reachedOn } = tally;
  const detail = detailOf(tally);
  if (tally.isEnough) {
    const reason =
      unit === 'hours'
        ? text('experience.enough-hours', { counted, needed })
        : text('experience.enough', { counted, needed });
    return enough(detail, reason, impossibleIds);
  }
  const part = tally.suffices ? tally.ofWhich.find(({ suffices }) => !suffices) : undefined;
  const reason = part === undefined ? shortOf(tally, reachedOn) : partShortOf(part, reachedOn);
  const worth = short(part === undefined ? detail : detailOf(part), reason, impossibleIds);
  return reachedOn === undefined ? worth : { ...worth, reachedOn };
}

/** What a requirement of experience asks for. */
export function experienceRule(program: Program, requirement: RequirementOf<'experience'>): Text {
  const { fullTimeYears, hours, within, ofWhich } = requirement;
  const settings = requirement.settings.map((id) => settingLabel(program, id)).join(', ');
  const values = {
    needed: fullTimeYears ?? hours ?? 0,
    settings,
    within: within ?? '',
    parts: ofWhich?.map(({ title }) => title).join('; ') ?? '',
  };
  const unit = fullTimeYears === undefined ? '-hours' : '';
  const period = within === undefined ? '' : '-within';
  const parts = ofWhich === undefined ? '' : '-parts';
  return text(`experience.rule${unit}${period}${parts}`, values);
}
