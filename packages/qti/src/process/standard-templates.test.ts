import { describe, expect, it } from 'vitest';
import { STANDARD_TEMPLATES } from '../model/processing.ts';
import { standardTemplate } from './standard-templates.ts';

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
