import { programJsonSchema } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { completionsAt } from './completions.ts';

/** What is offered where `|` stands. */
const offered = (text: string) => {
  const found = completionsAt(programJsonSchema(), text.replace('|', ''), text.indexOf('|'));
  return found?.offers.map(({ label }) => label);
};

describe('completion in a program file', () => {
  it('offers the keys of the file that are not there yet', () => {
    const keys = offered('format: 1\nid: demo\n|\ntitle: A title\n');
    expect(keys).toContain('abbreviation');
    expect(keys).not.toContain('id');
    expect(keys).not.toContain('title');
  });

  it('offers the keys of the kind that an entry of a list is', () => {
    const exam = offered('assessments:\n  - kind: exam\n    id: exam\n    |\n');
    expect(exam).toContain('timeLimitMinutes');
    expect(exam).not.toContain('rubric');
    const portfolio = offered('assessments:\n  - kind: portfolio\n    |\n');
    expect(portfolio).toContain('rubric');
    expect(portfolio).not.toContain('itemType');
  });

  it('knows the kind also where it stands below the cursor', () => {
    expect(offered('fees:\n  - |\n    kind: maintenance\n')).toContain('every');
    expect(offered('fees:\n  - |\n    kind: application\n')).not.toContain('every');
  });

  it('offers the values of a choice, whatever stands there now', () => {
    expect(offered('assessments:\n  - id: one\n    kind: ex|')).toEqual(
      expect.arrayContaining(['exam', 'portfolio', 'oral', 'hands-on', 'course']),
    );
    expect(offered('requirements:\n  - kind: education\n    minimumLevel: |')).toContain('bachelor');
    expect(offered('notice:\n  confirmedByOrganization: |')).toEqual(['true', 'false']);
  });

  it('reads mappings and lists on one line', () => {
    const levels =
      'assessments:\n  - kind: portfolio\n    rubric:\n      criteria:\n        - levels:\n            - { points: 0, |';
    expect(offered(levels)).toEqual(['label', 'descriptor']);
    expect(offered('transition: { from: [a], candidates: |')).toEqual(['keep', 'move']);
  });

  it('goes into rules to any depth', () => {
    expect(offered('eligibility:\n  any:\n    - all:\n        - one\n    - |')).toEqual(
      expect.arrayContaining(['all', 'any', 'atLeast', 'of']),
    );
  });

  it('replaces what is typed of a word', () => {
    const text = 'policies:\n  ref';
    const found = completionsAt(programJsonSchema(), text, text.length);
    expect(found?.from).toBe(text.length - 3);
    expect(found?.offers.find(({ label }) => label === 'refund')?.text).toBe('refund:');
  });

  it('is silent in comments and in text', () => {
    expect(offered('# so|')).toBeUndefined();
    expect(offered('summary: |-\n  one\n  two'.replace('|-', '>-').replace('one', 'o|ne'))).toBeUndefined();
    expect(offered('format: 1 # he|re')).toBeUndefined();
  });
});
