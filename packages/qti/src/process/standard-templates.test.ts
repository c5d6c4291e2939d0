import { describe, expect, it } from 'vitest';
import { STANDARD_TEMPLATES } from '../model/processing.ts';
import { standardTemplate, templateRules } from './standard-templates.ts';

describe('the address of a standard template', () => {
  const folders = [
    'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/',
    'http://www.imsglobal.org/question/qti_v3p0/rptemplates/',
    'http://www.imsglobal.org/question/qti_v2p2/rptemplates/',
    'http://www.imsglobal.org/question/qti_v2p1/rptemplates/',
    'http://www.imsglobal.org/question/qti_v2p0/rptemplates/',
    'http://purl.imsglobal.org/spec/qti/v2p2/rptemplates/',
  ];
  it.each(folders)('in %s is known with and without .xml', (folder) => {
    for (const template of STANDARD_TEMPLATES) {
      expect(standardTemplate(folder + template)).toBe(template);
      expect(standardTemplate(` ${folder}${template}.xml `)).toBe(template);
    }
  });

  it.each([
    'https://example.org/spec/qti/v3p0/rptemplates/match_correct',
    'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_wrong',
    'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml.exe',
    'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/toString',
    'match_correct',
  ])('%s is none', (uri) => expect(standardTemplate(uri)).toBeUndefined());
});

describe('the templates of Common Cartridge', () => {
  it.each(['CC2_match', 'CC2_match_basic', 'CC2_map_response'] as const)(
    '%s sets no outcome that the item does not declare',
    (template) => {
      const named = JSON.stringify(templateRules(template, ['SCORE']));
      expect(named).toContain('SCORE');
      expect(named).not.toMatch(/MAXSCORE|FEEDBACK/);
      expect(JSON.stringify(templateRules(template, ['SCORE', 'MAXSCORE', 'FEEDBACK', 'FEEDBACKBASIC']))).toMatch(
        /MAXSCORE/,
      );
    },
  );
});
