import type { Program } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { program } from '../testing/program.ts';
import { backPath, findSection, isEditable, listSections, nextPath } from './sections.ts';

type Where = Parameters<typeof isEditable>[1];
const title = { code: 'given', values: { words: 'x' } };
const draft: Where = { status: 'draft', next: [], owed: [], paid: [], steps: [], final: false };
const asked: Where = {
  ...draft,
  status: 'more-needed',
  next: [{ kind: 'complete-requirement', actor: 'candidate', subject: 'education', title }],
};
const section = (slug: string) => {
  const found = findSection(program, {}, slug);
  if (!found) throw new Error(slug);
  return found;
};
const way = (slug: string, standing: Where, fromCheck = false) => ({
  candidacyId: 'c',
  program,
  standing,
  section: section(slug),
  fromCheck,
});

describe('the sections of an application', () => {
  it('are the requirements, then price, accommodation and register', () => {
    const slugs = listSections(program, {}).map(({ slug }) => slug);
    expect(slugs).toEqual(['experience', 'education', 'conduct', 'membership', 'accommodation', 'register']);
  });

  it('stay reachable when a requirement has the name of one', () => {
    const [first] = program.requirements;
    if (!first) throw new Error('No requirement.');
    const odd = { ...program, requirements: [{ ...first, id: 'register' }] };
    expect(listSections(odd, {}).map(({ slug }) => slug)).toEqual([
      'register',
      'membership',
      'accommodation',
      '_register',
    ]);
  });

  it('lead to each other, and from the check page back to it', () => {
    expect(nextPath(way('experience', draft))).toBe('/me/candidacies/c/apply/education');
    expect(nextPath(way('register', draft))).toBe('/me/candidacies/c/check');
    expect(nextPath(way('experience', draft, true))).toBe('/me/candidacies/c/check');
    expect(backPath(way('experience', draft))).toBe('/me/candidacies/c');
    expect(backPath(way('education', draft))).toBe('/me/candidacies/c/apply/experience');
  });

  it('that were submitted open again when they are asked for, and then lead to the check page', () => {
    expect(isEditable(section('education'), asked)).toBe(true);
    expect(isEditable(section('experience'), asked)).toBe(false);
    expect(nextPath(way('education', asked))).toBe('/me/candidacies/c/check');
    expect(isEditable(section('education'), { ...asked, final: true })).toBe(false);
  });

  it('beside the requirements close with the invoice and with the authorization', () => {
    const owed = [{ fee: 'f', title, reason: title, amountMinor: 1, currency: 'USD', invoiceId: 'i' }];
    expect(isEditable(section('membership'), { ...draft, status: 'payment-due', owed })).toBe(false);
    const next = [{ kind: 'take-exam', actor: 'candidate', title } as const];
    expect(isEditable(section('accommodation'), { ...draft, status: 'authorized', next })).toBe(false);
    expect(nextPath(way('membership', { ...draft, status: 'under-review' }))).toBe('/me/candidacies/c');
  });

  it('are those of the region and the track alone, and the region comes first where anything depends on it', () => {
    const [first, second] = program.requirements;
    if (!first || !second) throw new Error('No requirements.');
    const regions = [
      { id: 'north', title: 'North' },
      { id: 'south', title: 'South' },
    ];
    const regional: Program = { ...program, regions, requirements: [{ ...first, for: { region: ['north'] } }, second] };
    const slugs = (region?: string) =>
      listSections(regional, region === undefined ? {} : { region }).map(({ slug }) => slug);
    expect(slugs().slice(0, 3)).toEqual(['region', 'experience', 'education']);
    expect(slugs('south').slice(0, 2)).toEqual(['region', 'education']);
    const where: Where = { ...draft, paid: [{ currency: 'USD', amountMinor: 1 }] };
    expect(isEditable({ slug: 'region', kind: 'region' }, draft)).toBe(true);
    expect(isEditable({ slug: 'region', kind: 'region' }, where)).toBe(false);
  });

  it('that another way makes needless are passed over', () => {
    const reason = { code: 'requirement.not-needed' };
    const line = {
      id: 'education',
      kind: 'requirement',
      title,
      state: 'not-started',
      why: { rule: title, reason, factIds: [] },
    } as const;
    const steps = [{ id: 'apply', number: 1, title, lines: [line] }] as const;
    expect(nextPath(way('experience', { ...draft, steps }))).toBe('/me/candidacies/c/apply/conduct');
  });
});
