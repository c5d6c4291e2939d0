import { isCalendarDate } from '../../calendar/date.ts';
import type { CalendarDate, Claim, EducationEntry } from '../../facts.ts';
import { documentVersion, settingLabel } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Program, Requirement, RequirementOf } from '../../schema/program.ts';
import { degreeLevels } from '../../schema/requirements.ts';
import type { Text } from '../../text.ts';
import { countExperience, percentDaysPerYear, reachedOn } from './experience.ts';

/** What a claim is worth if every entry that is looked at is true. */
export interface Worth {
  readonly suffices: boolean;
  /** What is known in a few words. */
  readonly detail: Text;
  readonly reason: Text;
  readonly impossibleIds: readonly string[];
}

/** Rounded down to one digit, so that 1.96 years do not read as the 2 that are asked for. */
function tenths(years: number): number {
  return Math.floor(years * 10 + 1e-9) / 10;
}

type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

function assessExperience(rule: RequirementOf<'experience'>, claim: ClaimOf<'experience'>, until: CalendarDate): Worth {
  const count = countExperience(claim.entries, rule.settings, until);
  const neededPercentDays = rule.fullTimeYears * percentDaysPerYear;
  const counted = tenths(count.percentDays / percentDaysPerYear);
  const needed = rule.fullTimeYears;
  const { impossibleIds } = count;
  if (count.percentDays >= neededPercentDays) {
    const detail = text('experience.years', { counted });
    return { suffices: true, detail, reason: text('experience.enough', { counted, needed }), impossibleIds };
  }
  const missing = Math.round((needed - counted) * 10) / 10;
  const detail = text('experience.of', { counted, needed });
  const reached = reachedOn(count, neededPercentDays, until);
  const reason =
    reached === undefined
      ? text('experience.short', { counted, needed, missing })
      : text('experience.short-until', { counted, needed, missing, reached });
  return { suffices: false, detail, reason, impossibleIds };
}

function assessEducation(rule: RequirementOf<'education'>, claim: ClaimOf<'education'>, until: CalendarDate): Worth {
  const needed = degreeLevels.indexOf(rule.minimumLevel);
  const rank = ({ level }: EducationEntry): number => degreeLevels.indexOf(level);
  const isPossible = ({ awardedOn }: EducationEntry): boolean => isCalendarDate(awardedOn) && awardedOn <= until;
  const impossibleIds = claim.entries.filter((entry) => !isPossible(entry)).map(({ id }) => id);
  const possible = claim.entries.filter(isPossible);
  const best = possible
    .filter((entry) => rank(entry) >= needed && (entry.accredited || !rule.accredited))
    .reduce<EducationEntry | undefined>(
      (top, entry) => (top === undefined || rank(entry) > rank(top) ? entry : top),
      undefined,
    );
  if (best !== undefined) {
    const { level, institution } = best;
    const reason = text('education.enough', { level, institution, awardedOn: best.awardedOn });
    return { suffices: true, detail: text('education.degree', { level, institution }), reason, impossibleIds };
  }
  const detail = text('education.none', { level: rule.minimumLevel });
  if (possible.some((entry) => rank(entry) >= needed)) {
    return { suffices: false, detail, reason: text('education.not-accredited'), impossibleIds };
  }
  return { suffices: false, detail, reason: text('education.too-low', { level: rule.minimumLevel }), impossibleIds };
}

function assessAttestation(program: Program, rule: RequirementOf<'attestation'>, claim: ClaimOf<'attestation'>): Worth {
  const version = documentVersion(program, rule);
  const signedName = claim.signedName.trim();
  if (signedName === '') {
    const reason = text('attestation.no-name');
    return { suffices: false, detail: text('attestation.unsigned'), reason, impossibleIds: [] };
  }
  if (claim.documentVersion !== version) {
    const reason = text('attestation.other-version', { signed: claim.documentVersion, version });
    return { suffices: false, detail: text('attestation.unsigned'), reason, impossibleIds: [] };
  }
  const reason = text('attestation.enough', { signedName, version });
  return { suffices: true, detail: text('attestation.signed', { version }), reason, impossibleIds: [] };
}

/**
 * Whether a claim, taken as true, fulfills a requirement.
 *
 * @param until the last day that counts.
 * @param accepted ids of the entries that are looked at; all when undefined.
 */
export function assessClaim(
  program: Program,
  requirement: Requirement,
  claim: Claim,
  until: CalendarDate,
  accepted?: ReadonlySet<string>,
): Worth | undefined {
  const isLookedAt = ({ id }: { id: string }): boolean => accepted?.has(id) ?? true;
  if (requirement.kind === 'experience' && claim.kind === 'experience') {
    return assessExperience(requirement, { ...claim, entries: claim.entries.filter(isLookedAt) }, until);
  }
  if (requirement.kind === 'education' && claim.kind === 'education') {
    return assessEducation(requirement, { ...claim, entries: claim.entries.filter(isLookedAt) }, until);
  }
  if (requirement.kind === 'attestation' && claim.kind === 'attestation') {
    return assessAttestation(program, requirement, claim);
  }
  return undefined;
}

/** What a requirement asks for, in one sentence. */
export function ruleOf(program: Program, requirement: Requirement): Text {
  switch (requirement.kind) {
    case 'experience': {
      const settings = requirement.settings.map((id) => settingLabel(program, id)).join(', ');
      return text('experience.rule', { needed: requirement.fullTimeYears, settings });
    }
    case 'education': {
      const level = requirement.minimumLevel;
      return requirement.accredited ? text('education.rule-accredited', { level }) : text('education.rule', { level });
    }
    case 'attestation':
      return text('attestation.rule', { version: documentVersion(program, requirement) });
  }
}
