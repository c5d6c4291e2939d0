import { roles } from '@testamur/server/contract';
import { describe, expect, it } from 'vitest';
import { sectionsFor, staffSections } from './staff-sections.ts';

const known: readonly string[] = roles;

describe('the rail of the staff', () => {
  it('names roles that exist', () => {
    const named = staffSections.flatMap(({ links }) => links.flatMap((link) => link.roles));
    expect(named.filter((role) => !known.includes(role))).toEqual([]);
  });
  it('shows a reviewer the candidacies beside the queues', () => {
    expect(sectionsFor(['reviewer']).flatMap(({ links }) => links.map(({ path }) => path))).toEqual(['candidacies']);
  });
  it('shows an auditor everything that can be read, each page once', () => {
    const [section, ...others] = sectionsFor(['auditor']);
    expect(others).toEqual([]);
    expect(section?.label).toBe('readOnly');
    const all = staffSections.flatMap(({ links }) => links.map(({ path }) => path));
    expect(section?.links.map(({ path }) => path)).toEqual(all.filter((path) => path !== 'ratings'));
    const paths = sectionsFor(['auditor', 'finance']).flatMap(({ links }) => links.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
  });
});
