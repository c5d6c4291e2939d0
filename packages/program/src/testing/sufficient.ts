import type { Claim, FactData, Instant } from '../facts.ts';
import { documentVersion, findAssessment, findRequirement } from '../lookup.ts';
import type { Program, Requirement, RequirementOf } from '../schema/program.ts';
import type { NextAction, Standing } from '../standing/types.ts';
import { carryOut, type Draft, type Luck } from './acts.ts';

/** Work since long before any rule begins to count, in a setting and a role that each rule accepts. */
function workFor({ settings, ofWhich = [] }: RequirementOf<'experience'>): Claim {
  const setting = ofWhich.flatMap((part) => part.settings ?? [])[0] ?? settings[0] ?? 'other';
  const role = ofWhich.flatMap((part) => part.roles ?? [])[0];
  const place = { employer: 'Hill College', position: 'Technician', setting, ...(role === undefined ? {} : { role }) };
  return {
    kind: 'experience',
    entries: [{ id: 'job-1', ...place, from: '2000-01-01', fullTimePercent: 100, fileIds: [] }],
  };
}

function degreeFor({ fields, accreditedBy }: RequirementOf<'education'>): Claim {
  const entry = {
    id: 'degree-1',
    institution: 'Hill College',
    level: 'doctorate' as const,
    field: 'Library science',
    awardedOn: '2020-06-01',
    accredited: true,
    fileIds: [],
    ...(fields?.[0] === undefined ? {} : { fieldId: fields[0] }),
    ...(accreditedBy?.[0] === undefined ? {} : { accreditedBy: accreditedBy[0] }),
  };
  return { kind: 'education', entries: [entry] };
}

/** A claim that suffices for a requirement of any program; undefined where nothing is stated but done. */
export function sufficientClaim(program: Program, requirement: Requirement, at: Instant): Claim | undefined {
  const today = at.slice(0, 10);
  const paper = (index: number) => ({ id: `paper-${index}`, title: `Paper ${index}`, issuedOn: today, fileIds: [] });
  switch (requirement.kind) {
    case 'experience':
      return workFor(requirement);
    case 'education':
      return degreeFor(requirement);
    case 'attestation':
      return { kind: 'attestation', signedName: 'Ana Rivera', documentVersion: documentVersion(program, requirement) };
    case 'training':
      return { kind: 'training', trainingProgram: requirement.programs[0] ?? '', completedOn: '2025-06-30' };
    case 'background-check':
      return { kind: 'background-check', signedName: 'Ana Rivera' };
    case 'course': {
      const when = { hours: requirement.hours ?? 1, completedOn: today, fileIds: [] };
      return { kind: 'course', entries: [{ id: 'course-1', title: 'Ethics', provider: 'Hill College', ...when }] };
    }
    case 'document':
      return { kind: 'document', entries: [paper(1)] };
    case 'work-samples':
      return { kind: 'work-samples', entries: Array.from({ length: requirement.minimum }, (_, index) => paper(index)) };
    case 'age':
      return { kind: 'age', bornOn: '1960-02-29' };
    case 'credential':
      return { kind: 'credential', credential: requirement.credentials[0] ?? '', number: '17', fileIds: [] };
    case 'registration':
      return { kind: 'registration' };
    case 'references':
    case 'membership':
    case 'jurisdiction':
      return undefined;
  }
}

function educationIn({ renewal, at }: Standing, luck: Luck): FactData['education-logged'] {
  const category = renewal?.categories[luck % Math.max(1, renewal.categories.length)]?.id;
  const entry = { entryId: `${at}-${luck}`, title: 'Course', provider: 'Hill College', hours: 5 + (luck % 20) };
  return { ...entry, completedOn: at.slice(0, 10), fileIds: [], ...(category === undefined ? {} : { category }) };
}

/** As `carryOut()`, by a candidate who fulfills whatever any program asks for; the rest turns out as luck has it. */
export function carryOutWell(program: Program, standing: Standing, action: NextAction, luck: Luck): readonly Draft[] {
  const { kind, subject = '' } = action;
  const requirement = kind === 'complete-requirement' ? findRequirement(program, subject) : undefined;
  const claim = requirement === undefined ? undefined : sufficientClaim(program, requirement, standing.at);
  if (claim !== undefined) return [{ kind: 'requirement-declared', data: { requirement: subject, claim } }];
  if (kind === 'log-education') return [{ kind: 'education-logged', data: educationIn(standing, luck) }];
  const [done, ...more] = carryOut(program, standing, action, luck);
  const portfolio = kind === 'submit-portfolio' ? findAssessment(program, subject) : undefined;
  if (done?.kind === 'portfolio-submitted' && portfolio?.kind === 'portfolio') {
    return [{ kind: 'portfolio-submitted', data: { ...done.data, pieces: portfolio.pieces.minimum } }];
  }
  return done === undefined ? [] : [done, ...more];
}
