import { readFileSync } from 'node:fs';
import { parseProgram, type Standing } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { backPath, findSection, isEditable, listSections, nextPath } from './sections.ts';

const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
if (!parsed.ok) throw new Error('The program of the tests is refused.');
const { program } = parsed;

type Where = Pick<Standing, 'status' | 'next' | 'owed' | 'final' | 'credential'>;
const title = { code: 'given', values: { words: 'x' } };
const draft: Where = { status: 'draft', next: [], owed: [], final: false };
const asked: Where = {
  ...draft,
  status: 'more-needed',
  next: [{ kind: 'complete-requirement', actor: 'candidate', subject: 'education', title }],
};
const section = (slug: string) => {
  const found = findSection(program, slug);
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
    const slugs = listSections(program).map(({ slug }) => slug);
    expect(slugs).toEqual(['experience', 'education', 'conduct', 'membership', 'accommodation', 'register']);
  });

  it('stay reachable when a requirement has the name of one', () => {
    const [first] = program.requirements;
    if (!first) throw new Error('No requirement.');
    const odd = { ...program, requirements: [{ ...first, id: 'register' }] };
    expect(listSections(odd).map(({ slug }) => slug)).toEqual(['register', 'membership', 'accommodation', '_register']);
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
});
