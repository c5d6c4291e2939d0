import { roles } from '@testamur/server/contract';
import { describe, expect, it } from 'vitest';
import { sectionsFor, staffSections } from './staff-sections.ts';

const known: readonly string[] = roles;

describe('the rail of the staff', () => {
  it('names roles that exist', () => {
    const named = staffSections.flatMap(({ links }) => links.flatMap((link) => link.roles));
    expect(named.filter((role) => !known.includes(role))).toEqual([]);
  });
  it('shows a reviewer nothing but the queues', () => expect(sectionsFor(['reviewer'])).toEqual([]));
  it('shows an auditor what can be read', () => {
    expect(sectionsFor(['auditor']).map(({ label }) => label)).toEqual(['readOnly']);
  });
});
