import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRoll, readCsv } from './member-roll.ts';

const header = 'member_number,email,valid_until';

describe('a list of members', () => {
  test('is read with its columns in any order, quoted or not, with either line end', () => {
    const csv = '\uFEFFemail,Valid_Until,member_number\r\n"Ana@People.example",2027-12-31," 0042 "\r\n\r\n';
    expect(parseRoll(csv)).toEqual({
      ok: true,
      members: [{ memberNumber: '0042', email: 'ana@people.example', validUntil: '2027-12-31' }],
    });
  });

  test('may be empty', () => {
    expect(parseRoll(header)).toEqual({ ok: true, members: [] });
  });

  test.each([
    ['', 'csv:1', /empty/],
    ['not,a,roll', 'csv:1', /no column "member_number", "email", "valid_until"/],
    [`${header}\n1,a@b.example`, 'csv:2', /2 cells; the first line has 3/],
    [`${header}\n1,a@b.example,2027-02-30`, 'csv:2', /"2027-02-30" is no date/],
    [`${header}\n1,nobody,2027-12-31`, 'csv:2', /"nobody" is no e-mail address/],
    [`${header}\n,a@b.example,2027-12-31`, 'csv:2', /number is missing/],
    [`${header}\n1,a@b.example,2027-12-31\n\n1,c@d.example,2027-12-31`, 'csv:4', /stands in line 2 already/],
    [`${header}\n1,"a@b.example,2027-12-31`, 'csv:2', /never closes/],
  ])('that is wrong is refused by line: %j', (csv, path, message) => {
    const parsed = parseRoll(csv);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems[0]).toEqual({ path, message: expect.stringMatching(message) });
  });

  test('names the line of the file where cells hold line ends', () => {
    const parsed = parseRoll(`${header},note\n1,a@b.example,2027-12-31,"two\nlines"\n2,x,2027-12-31,`);
    expect(parsed).toMatchObject({ ok: false, problems: [{ path: 'csv:4' }] });
  });

  test('any cells come back as they were written', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const csv = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(readCsv(csv).rows.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });
});
