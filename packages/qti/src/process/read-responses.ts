import type { AssessmentItem } from '../model/item.ts';
import type { ItemSession } from '../model/session.ts';
import type { PlainValue } from '../model/value.ts';
import { readPlain } from '../value/read-plain.ts';
import { fail, type ResponseError } from './check/finding.ts';
import { indexOf } from './item-index.ts';
import { checkResponses, type ResponseCheck } from './validate-response.ts';

/**
 * Reads responses as `checkResponses` does, and beyond: a value that no candidate could give counts as long as it is of the
 * variable's type (QTI 3.0 ASI information model, class ResponseDeclaration). For those who try out response processing; what
 * candidates send is checked in full.
 */
export function readResponses(
  item: AssessmentItem,
  response: Readonly<Record<string, unknown>>,
  session?: ItemSession,
): ResponseCheck {
  const strict = checkResponses(item, response, session);
  if (strict.ok) return withoutMisfits(item, response, strict);
  const { responses: declarations } = indexOf(item);
  const errors: ResponseError[] = [];
  const read = new Map<string, PlainValue>();
  for (const { identifier, ...error } of strict.errors) {
    const declared = declarations.get(identifier);
    const plain = declared && readPlain(response[identifier], declared);
    if (plain?.ok === true) read.set(identifier, plain.value);
    else if (plain === undefined) errors.push({ identifier, ...error });
    else errors.push(fail({ identifier, templates: null }, 'wrong-type', plain.text));
  }
  if (errors.length > 0) return { ok: false, errors };
  const others = Object.entries(response).filter(([identifier]) => !read.has(identifier));
  const rest = checkResponses(item, Object.fromEntries(others), session);
  if (!rest.ok) return rest;
  const responses = { ...rest.responses, ...Object.fromEntries(read) };
  return withoutMisfits(item, response, { ...rest, responses, complete: false });
}

/** What a candidate typed counts as no answer when it is no number; here that is a value of the wrong type. */
function withoutMisfits(
  item: AssessmentItem,
  response: Readonly<Record<string, unknown>>,
  check: Extract<ResponseCheck, { ok: true }>,
): ResponseCheck {
  const errors = item.responses.flatMap((declared) => {
    const { identifier } = declared;
    if (check.responses[identifier] !== null || !Object.hasOwn(response, identifier)) return [];
    const plain = readPlain(response[identifier], declared);
    return plain.ok ? [] : [fail({ identifier, templates: null }, 'wrong-type', plain.text)];
  });
  return errors.length === 0 ? check : { ok: false, errors };
}
