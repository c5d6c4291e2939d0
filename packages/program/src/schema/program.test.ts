import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calt } from '../testing/calt.ts';
import { programJsonSchema } from './program.ts';

const committed = new URL('../../../../programs/program.schema.json', import.meta.url);

describe('the program language', () => {
  it('has a committed JSON Schema that is up to date (packages/program/scripts/write-schema.ts writes it)', () => {
    expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(programJsonSchema());
  });

  it('closes every object of the JSON Schema to unknown keys', () => {
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node && !('additionalProperties' in node && node.additionalProperties === false))
        open.push(path);
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    walk(programJsonSchema(), '#');
    expect(open).toEqual([]);
  });
});

describe('the CALT program', () => {
  it('carries over the figures that the article gives', () => {
    const [experience, education] = calt.requirements;
    expect(experience).toMatchObject({ kind: 'experience', fullTimeYears: 2, settings: ['academic-library'] });
    expect(education).toMatchObject({ kind: 'education', minimumLevel: 'associate', accredited: true });
    expect(calt.assessments[0]).toMatchObject({ kind: 'exam', items: 100, pass: { percent: 70 } });
    expect(calt.topics.map(({ id }) => id).sort()).toEqual([
      'administration',
      'cataloging',
      'collection',
      'customer-service',
      'reference',
      'technology',
    ]);
    expect(calt.fees[0]?.prices).toEqual([
      { payerClass: 'member', amount: '175.00' },
      { payerClass: 'other', amount: '225.00' },
    ]);
    expect(calt.usualTime.period).toBe('P4M');
    expect(calt.passing).toEqual({ all: ['exam', 'portfolio'] });
  });

  it('says that the organization has not confirmed it', () => {
    expect(calt.notice.confirmedByOrganization).toBe(false);
    expect(calt.notice.text).toMatch(/^Example after an article; not affiliated with the organization/);
  });
});
