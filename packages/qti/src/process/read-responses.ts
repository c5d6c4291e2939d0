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
  if (strict.ok) return strict;
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
  return rest.ok ? { ...rest, responses: { ...rest.responses, ...Object.fromEntries(read) }, complete: false } : rest;
}
