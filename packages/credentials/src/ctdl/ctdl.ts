import type { Json, JsonObject } from '../json.ts';
import {
  checkDescription,
  type ProgramAssessment,
  type ProgramCondition,
  type ProgramCost,
  type ProgramDescription,
  priceOf,
} from './program.ts';

/** Context of the Credential Transparency Description Language. */
export const CTDL_CONTEXT = 'https://credreg.net/ctdl/schema/context/json';

/** A member is left out where there is nothing to say. */
function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, Json] => {
      const [, value] = entry;
      return value !== undefined && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

/** A concept of one of the vocabularies of CTDL, as its registry writes it. */
function concept(scheme: string, schemeName: string, node: string, name: string): JsonObject {
  return {
    '@type': 'ceterms:CredentialAlignmentObject',
    'ceterms:framework': `https://credreg.net/ctdl/terms/${scheme}`,
    'ceterms:frameworkName': { 'en-US': schemeName },
    'ceterms:targetNode': node,
    'ceterms:targetNodeName': { 'en-US': name },
  };
}

const STATUS = {
  active: concept('CredentialStatus', 'Credential Status', 'credentialStat:Active', 'Active'),
  suspended: concept('CredentialStatus', 'Credential Status', 'credentialStat:Suspended', 'Suspended'),
  deprecated: concept('CredentialStatus', 'Credential Status', 'credentialStat:Deprecated', 'Deprecated'),
} as const;

const METHOD = {
  exam: concept('AssessmentMethod', 'Assessment Method', 'assessMethod:Exam', 'Exam'),
  performance: concept('AssessmentMethod', 'Assessment Method', 'assessMethod:Performance', 'Performance'),
  artifact: concept('AssessmentMethod', 'Assessment Method', 'assessMethod:Artifact', 'Artifact'),
} as const;

const COST = {
  application: ['costType:Application', 'Application'],
  assessment: ['costType:StandaloneAssessment', 'Standalone Assessment'],
  retake: ['costType:ReexaminationFee', 'Reexamination Fee'],
  renewal: ['costType:RenewalFee', 'Renewal Fee'],
  'background-check': ['costType:BackgroundCheck', 'Background Check'],
  processing: ['costType:ProcessingFee', 'Processing Fee'],
  total: ['costType:AggregateCost', 'Aggregate Cost'],
} as const;

interface Language {
  readonly text: (text: string | undefined) => JsonObject | undefined;
  readonly list: (texts: readonly string[] | undefined) => JsonObject | undefined;
}

const speaking = (language: string): Language => ({
  text: (text) => (text === undefined ? undefined : { [language]: text }),
  list: (texts) => (texts === undefined || texts.length === 0 ? undefined : { [language]: [...texts] }),
});

function conditionProfile(condition: ProgramCondition, { text, list }: Language, assessments: string[] = []) {
  return present({
    '@type': 'ceterms:ConditionProfile',
    'ceterms:name': text(condition.name),
    'ceterms:description': text(condition.description),
    'ceterms:condition': list(condition.conditions),
    'ceterms:targetAssessment': assessments,
  });
}

function costProfile(cost: ProgramCost, { text }: Language, costDetails: string): JsonObject {
  const [node, name] = COST[cost.kind];
  return present({
    '@type': 'ceterms:CostProfile',
    'ceterms:name': text(cost.name),
    'ceterms:description': text(cost.description ?? cost.name),
    'ceterms:costDetails': costDetails,
    'ceterms:directCostType': concept('CostType', 'Cost Type', node, name),
    'ceterms:price': priceOf(cost),
    'ceterms:currency': cost.currency,
    'ceterms:paymentPattern': text(cost.paymentPattern),
  });
}

function assessmentProfile(id: string, assessment: ProgramAssessment, { text }: Language, owner: string): JsonObject {
  return present({
    '@id': id,
    '@type': 'ceterms:AssessmentProfile',
    'ceterms:name': text(assessment.name),
    'ceterms:description': text(assessment.description),
    'ceterms:subjectWebpage': assessment.url,
    'ceterms:assessmentMethodType': [METHOD[assessment.method]],
    'ceterms:ownedBy': [owner],
  });
}

/** The conditions of the program; the assessments belong to the first, or are one of their own. */
function requirements({ requires = [] }: ProgramDescription, language: Language, assessments: string[]): JsonObject[] {
  const [first, ...others] = requires;
  if (first === undefined) {
    return assessments.length === 0
      ? []
      : [present({ '@type': 'ceterms:ConditionProfile', 'ceterms:targetAssessment': assessments })];
  }
  return [
    conditionProfile(first, language, assessments),
    ...others.map((condition) => conditionProfile(condition, language)),
  ];
}

function certification(program: ProgramDescription, language: Language, assessments: string[]): JsonObject {
  const { organization, costs = [], recommends = [], renewal = [], edition } = program;
  return present({
    '@id': program.url,
    '@type': 'ceterms:Certification',
    'ceterms:ctid': program.ctid,
    'ceterms:name': language.text(program.name),
    'ceterms:alternateName': language.list(program.abbreviation === undefined ? [] : [program.abbreviation]),
    'ceterms:description': language.text(program.description),
    'ceterms:subjectWebpage': program.url,
    'ceterms:inLanguage': [program.language],
    'ceterms:keyword': language.list(program.keywords),
    'ceterms:versionIdentifier':
      edition === undefined ? [] : [{ '@type': 'ceterms:IdentifierValue', 'ceterms:identifierValueCode': edition }],
    'ceterms:credentialStatusType': STATUS[program.status],
    'ceterms:ownedBy': [organization.url],
    'ceterms:offeredBy': [organization.url],
    'ceterms:requires': requirements(program, language, assessments),
    'ceterms:recommends': recommends.map((condition) => conditionProfile(condition, language)),
    'ceterms:renewal': renewal.map((condition) => conditionProfile(condition, language)),
    'ceterms:renewalFrequency': renewal.length > 0 ? program.validFor : undefined,
    'ceterms:estimatedCost': costs.map((cost) => costProfile(cost, language, program.url)),
  });
}

/**
 * Describes a certification program in the Credential Transparency Description Language: the certification, the
 * body that owns it, and its assessments, as one JSON-LD graph.
 *
 * @returns JSON-LD for a page or for the Credential Registry; `jsonForScript` makes it safe inside HTML.
 * @throws {RangeError} when an address, a duration, an amount, a currency or a CTID is none; the message names it.
 * @see https://credreg.net/ctdl/terms: Certification, ConditionProfile, CostProfile, AssessmentProfile,
 *   CredentialOrganization; vocabularies CredentialStatus, CostType, AssessmentMethod.
 */
export function ctdlOfProgram(program: ProgramDescription): JsonObject {
  checkDescription(program);
  const { organization, assessments = [] } = program;
  const language = speaking(program.language);
  const known = assessments.map((assessment, index) => ({ assessment, id: `${program.url}#assessment-${index + 1}` }));
  return {
    '@context': CTDL_CONTEXT,
    '@graph': [
      certification(
        program,
        language,
        known.map(({ id }) => id),
      ),
      present({
        '@id': organization.url,
        '@type': 'ceterms:CredentialOrganization',
        'ceterms:ctid': organization.ctid,
        'ceterms:name': language.text(organization.name),
        'ceterms:subjectWebpage': organization.url,
        'ceterms:email': organization.email === undefined ? undefined : [organization.email],
      }),
      ...known.map(({ assessment, id }) => assessmentProfile(id, assessment, language, organization.url)),
    ],
  };
}
