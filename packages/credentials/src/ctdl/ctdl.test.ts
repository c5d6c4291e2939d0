import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CTDL_CONTEXT,
  ctdlOfProgram,
  jsonForScript,
  type ProgramDescription,
  schemaOrgOfCredential,
  schemaOrgOfProgram,
} from '../index.ts';

const program: ProgramDescription = {
  url: 'https://example.org/programs/calt',
  name: 'Certified Academic Library Technician',
  description: 'Runs the technical services of an academic library.',
  language: 'en-US',
  abbreviation: 'CALT',
  edition: '2026',
  organization: { name: 'Example Association', url: 'https://example.org', email: 'certify@example.org' },
  status: 'active',
  ctid: 'ce-6f05953f-8541-4c79-80be-5ce11040f5b6',
  keywords: ['library'],
  competencies: ['Catalogs and classifies'],
  requires: [{ name: 'Work', description: 'Two years of work.', conditions: ['In an academic library.'] }],
  recommends: [{ description: 'A course in cataloging.' }],
  renewal: [{ description: '30 hours of continuing education.' }],
  validFor: 'P3Y',
  costs: [{ name: 'Exam fee', amountMinor: 12_550, currency: 'USD', kind: 'assessment' }],
  assessments: [{ name: 'Written exam', description: '100 items.', method: 'exam' }],
};

/** The terms of CTDL that may be used, each looked up in https://credreg.net/ctdl/terms. */
const TERMS = new Set(
  `Certification CredentialOrganization ConditionProfile CostProfile AssessmentProfile CredentialAlignmentObject
   IdentifierValue alternateName assessmentMethodType condition costDetails credentialStatusType ctid currency
   description directCostType email estimatedCost framework frameworkName identifierValueCode inLanguage keyword name
   offeredBy ownedBy paymentPattern price recommends renewal renewalFrequency requires subjectWebpage targetAssessment
   targetNode targetNodeName versionIdentifier`.split(/\s+/),
);

describe('a program in CTDL', () => {
  const described = ctdlOfProgram(program);

  it('uses terms of CTDL only', () => {
    const used = [...JSON.stringify(described).matchAll(/ceterms:(\w+)/g)].map(([, term = '']) => term);
    expect(used.filter((term) => !TERMS.has(term))).toEqual([]);
    expect(described['@context']).toBe(CTDL_CONTEXT);
  });

  it('connects the certification with its body and its assessments, all of the same graph', () => {
    const graph = Array.isArray(described['@graph']) ? described['@graph'] : [];
    expect(graph).toMatchObject([
      {
        '@id': program.url,
        '@type': 'ceterms:Certification',
        'ceterms:ownedBy': ['https://example.org'],
        'ceterms:requires': [{ 'ceterms:targetAssessment': [`${program.url}#assessment-1`] }],
      },
      { '@id': 'https://example.org', '@type': 'ceterms:CredentialOrganization' },
      { '@id': `${program.url}#assessment-1`, '@type': 'ceterms:AssessmentProfile' },
    ]);
  });

  it('says what it costs in units of the currency', () => {
    const text = (costs: ProgramDescription['costs'] = []) => JSON.stringify(ctdlOfProgram({ ...program, costs }));
    expect(text(program.costs)).toContain('"ceterms:price":125.5,"ceterms:currency":"USD"');
    const yen = { name: 'Fee', amountMinor: 9000, currency: 'JPY', kind: 'total' } as const;
    expect(text([yen])).toContain('"ceterms:price":9000');
    expect(() => text([{ ...yen, amountMinor: 0.5 }])).toThrow(/amountMinor/);
    expect(() => text([{ ...yen, currency: 'gold' }])).toThrow(RangeError);
  });

  it('leaves out what there is nothing to say about', () => {
    const { url, name, description, language, organization, status } = program;
    const bare = JSON.stringify(ctdlOfProgram({ url, name, description, language, organization, status }));
    expect(bare).not.toMatch(/\[\]|\{\}|null|requires|renewal|ctid/);
  });

  it.each([
    [{ validFor: '3 years' }, /validFor must be an ISO 8601 duration/],
    [{ validFor: 'P' }, /validFor/],
    [{ ctid: '6f05953f-8541-4c79-80be-5ce11040f5b6' }, /ctid must be "ce-"/],
    [{ url: 'javascript:alert(1)' }, /url must be a web address/],
    [{ organization: { name: 'A', url: 'example' } }, /organization.url/],
  ])('refuses %o', (changes, message) => {
    expect(() => ctdlOfProgram({ ...program, ...changes })).toThrow(message);
    expect(() => schemaOrgOfProgram({ ...program, ...changes })).toThrow(message);
  });
});

describe('schema.org', () => {
  it('describes a program as an EducationalOccupationalCredential with its period, body and offers', () => {
    expect(schemaOrgOfProgram(program)).toMatchObject({
      '@type': 'EducationalOccupationalCredential',
      validFor: 'P3Y',
      recognizedBy: { '@type': 'Organization', name: 'Example Association' },
      competencyRequired: ['Catalogs and classifies'],
      offers: [{ '@type': 'Offer', price: 125.5, priceCurrency: 'USD' }],
    });
  });

  it('names the holder of a credential only when told to', () => {
    const credential = {
      url: 'https://example.org/c/CALT-17',
      name: program.name,
      description: program.description,
      language: 'en-US',
      organization: program.organization,
      number: 'CALT-17',
      awardedOn: '2027-03-02',
      status: 'In force',
      programUrl: program.url,
    };
    expect(schemaOrgOfCredential(credential)).toMatchObject({ '@type': 'EducationalOccupationalCredential' });
    expect(JSON.stringify(schemaOrgOfCredential(credential))).not.toContain('Person');
    expect(schemaOrgOfCredential({ ...credential, holderName: 'Dana Okafor' })).toMatchObject({
      '@type': 'Person',
      name: 'Dana Okafor',
      hasCredential: { identifier: 'CALT-17' },
    });
  });

  it('is safe inside a script element and stays the same JSON, whatever the texts are', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '/', 'script', '>', '!--', '&', '\u2028', '"', '\\', 'a') });
    fc.assert(
      fc.property(text, (name) => {
        const written = jsonForScript(schemaOrgOfProgram({ ...program, name }));
        expect(written).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(written)).toMatchObject({ name });
      }),
    );
  });
});
