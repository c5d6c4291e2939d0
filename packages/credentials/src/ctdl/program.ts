/** The body that awards a credential. */
export interface AwardingBody {
  readonly name: string;
  /** Its page; in linked data the body is known by it. */
  readonly url: string;
  readonly email?: string;
  /** Its Credential Transparency Identifier, where it has one. */
  readonly ctid?: string;
}

/** What a candidate must meet; each condition one sentence. */
export interface ProgramCondition {
  readonly name?: string;
  readonly description: string;
  readonly conditions?: readonly string[];
}

/** What it costs. */
export interface ProgramCost {
  readonly name: string;
  readonly description?: string;
  /** In minor units of the currency: 4500 is 45.00 dollars. */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly kind: 'application' | 'assessment' | 'retake' | 'renewal' | 'background-check' | 'processing' | 'total';
  /** How often, in words, such as `each year`. */
  readonly paymentPattern?: string;
}

/** How it is judged. */
export interface ProgramAssessment {
  readonly name: string;
  readonly description: string;
  /** An exam, something done before a judge, or something made and handed in. */
  readonly method: 'exam' | 'performance' | 'artifact';
  readonly url?: string;
}

/** All that is said of a program to search engines and registries. Texts are in one language. */
export interface ProgramDescription {
  /** The page of the program; in linked data the program is known by it. */
  readonly url: string;
  readonly name: string;
  readonly description: string;
  /** BCP 47, such as `en-US`. */
  readonly language: string;
  /** Such as `CALT`. */
  readonly abbreviation?: string;
  readonly edition?: string;
  readonly organization: AwardingBody;
  /** Whether it can be earned now. */
  readonly status: 'active' | 'suspended' | 'deprecated';
  /** `ce-` and a UUID, the same for as long as the program is the same. */
  readonly ctid?: string;
  readonly keywords?: readonly string[];
  /** What a holder was found able to do. */
  readonly competencies?: readonly string[];
  readonly requires?: readonly ProgramCondition[];
  readonly recommends?: readonly ProgramCondition[];
  readonly renewal?: readonly ProgramCondition[];
  /** How long a credential is valid, and so how often it is renewed: an ISO 8601 duration such as `P3Y`. */
  readonly validFor?: string;
  readonly costs?: readonly ProgramCost[];
  readonly assessments?: readonly ProgramAssessment[];
}

const DURATION = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const CTID = /^ce-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws {RangeError} that names the member and says what it must be. */
export function checkDescription(of: { url: string; organization: AwardingBody; validFor?: string; ctid?: string }) {
  for (const [member, url] of Object.entries({ url: of.url, 'organization.url': of.organization.url })) {
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new RangeError(`${member} must be a web address such as https://example.org/programs/1, not "${url}".`);
    }
  }
  if (of.validFor !== undefined && !DURATION.test(of.validFor)) {
    throw new RangeError(`validFor must be an ISO 8601 duration such as P3Y, not "${of.validFor}".`);
  }
  for (const [member, ctid] of Object.entries({ ctid: of.ctid, 'organization.ctid': of.organization.ctid })) {
    if (ctid !== undefined && !CTID.test(ctid)) {
      throw new RangeError(`${member} must be "ce-" and a UUID in lower case, not "${ctid}".`);
    }
  }
}

/**
 * An amount as a decimal number of its currency.
 *
 * @throws {RangeError} when the amount is no integer of at least 0 or the currency is none.
 */
export function priceOf({ amountMinor, currency }: ProgramCost): number {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) {
    throw new RangeError(`amountMinor must be an integer of at least 0, not ${amountMinor}.`);
  }
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return Number((amountMinor / 10 ** digits).toFixed(digits));
}
