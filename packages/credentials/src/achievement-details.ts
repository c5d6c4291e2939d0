import type { Json, JsonObject } from './json.ts';

/** A picture: an absolute URI, or a `data:` URI with the picture itself. */
export interface ImageInput {
  readonly id: string;
  /** What it shows, for those who do not see it. */
  readonly caption?: string;
}

/** Where an achievement stands in a framework of others: a standard, an occupation, a published competency. */
export interface AlignmentInput {
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetCode?: string;
  readonly targetDescription?: string;
  readonly targetFramework?: string;
  readonly targetType?:
    | 'ceasn:Competency'
    | 'ceterms:Credential'
    | 'CFItem'
    | 'CFRubric'
    | 'CFRubricCriterion'
    | 'CFRubricCriterionLevel'
    | 'CTDL';
}

/** What can be reached: a scale, or the words that stand for the outcome. Values are texts, as the standard has them. */
export interface ResultDescriptionInput {
  readonly id: string;
  readonly name: string;
  readonly resultType:
    | 'GradePointAverage'
    | 'LetterGrade'
    | 'Percent'
    | 'PerformanceLevel'
    | 'PredictedScore'
    | 'RawScore'
    | 'Result'
    | 'RubricCriterion'
    | 'RubricCriterionLevel'
    | 'RubricScore'
    | 'ScaledScore'
    | 'Status';
  /** From low to high. */
  readonly allowedValue?: readonly string[];
  readonly requiredValue?: string;
  readonly valueMin?: string;
  readonly valueMax?: string;
}

/** What the holder reached; `resultDescription` is the id of one of the achievement's. */
export interface ResultInput {
  readonly resultDescription: string;
  readonly value?: string;
  readonly status?: 'Completed' | 'Enrolled' | 'Failed' | 'InProgress' | 'OnHold' | 'Provisional' | 'Withdrew';
}

/** What the decision rests on, as far as the holder wants it said. */
export interface EvidenceInput {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly narrative?: string;
  readonly genre?: string;
  readonly audience?: string;
}

/** Who made the achievement, where that is another than the issuer. */
export interface CreatorInput {
  readonly id: string;
  readonly name?: string;
  readonly url?: string;
}

/** An object of the members that have a value. */
export function present(members: Record<string, Json | undefined>): JsonObject {
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined) {
      result[name] = value;
    }
  }
  return result;
}

function checkUri(value: string, member: string): string {
  if (!URL.canParse(value)) {
    throw new RangeError(`${member} must be an absolute URI, not "${value.slice(0, 80)}".`);
  }
  return value;
}

/** A list of nodes, or nothing where the list is empty: an empty list could not be told from none in what is signed. */
function nodes<T>(inputs: readonly T[] | undefined, write: (input: T, at: number) => JsonObject): Json[] | undefined {
  return inputs === undefined || inputs.length === 0 ? undefined : inputs.map(write);
}

/** The Image of a credential, an achievement or a profile. */
export function imageOf(image: ImageInput | undefined, member: string): JsonObject | undefined {
  return image === undefined
    ? undefined
    : present({ id: checkUri(image.id, `${member}.id`), type: 'Image', caption: image.caption });
}

/** The Alignments of an achievement. */
export function alignmentsOf(alignments: readonly AlignmentInput[] | undefined): Json[] | undefined {
  return nodes(alignments, ({ targetUrl, ...rest }, at) => ({
    type: ['Alignment'],
    ...present(rest),
    targetUrl: checkUri(targetUrl, `achievement.alignment[${at}].targetUrl`),
  }));
}

/** The ResultDescriptions of an achievement. */
export function resultDescriptionsOf(descriptions: readonly ResultDescriptionInput[] | undefined): Json[] | undefined {
  return nodes(descriptions, ({ id, allowedValue, ...rest }, at) => ({
    id: checkUri(id, `achievement.resultDescription[${at}].id`),
    type: ['ResultDescription'],
    ...present({ ...rest, allowedValue: allowedValue === undefined ? undefined : [...allowedValue] }),
  }));
}

/**
 * The Results of a holder.
 *
 * @throws {RangeError} when one names no description of the achievement, or says neither a value nor a status.
 */
export function resultsOf(
  results: readonly ResultInput[] | undefined,
  descriptions: readonly ResultDescriptionInput[] | undefined,
): Json[] | undefined {
  const known = new Set(descriptions?.map((description) => description.id));
  return nodes(results, ({ resultDescription, value, status }, at) => {
    if (!known.has(resultDescription)) {
      throw new RangeError(`results[${at}].resultDescription must be the id of one of achievement.resultDescription.`);
    }
    if (value === undefined && status === undefined) {
      throw new RangeError(`results[${at}] must have a value or a status.`);
    }
    return { type: ['Result'], ...present({ resultDescription, value, status }) };
  });
}

/** The Evidence of a credential. */
export function evidenceOf(evidence: readonly EvidenceInput[] | undefined): JsonObject[] {
  return (evidence ?? []).map(({ id, ...rest }, at) => ({
    ...(id === undefined ? {} : { id: checkUri(id, `evidence[${at}].id`) }),
    type: ['Evidence'],
    ...present(rest),
  }));
}

/** The Profile of an achievement's creator. */
export function creatorOf(creator: CreatorInput | undefined): JsonObject | undefined {
  return creator === undefined
    ? undefined
    : present({
        id: checkUri(creator.id, 'achievement.creator.id'),
        type: ['Profile'],
        name: creator.name,
        url: creator.url,
      });
}
