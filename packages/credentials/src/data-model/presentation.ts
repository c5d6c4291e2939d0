import { hasType, idOf, isObject, type Json, type JsonObject, listOf } from '../json.ts';
import { type Check, failed, passed } from '../report.ts';
import { credentialProblems, labelProblems, type StructureOptions } from '../structure.ts';
import { typedProblems } from './typed.ts';
import { isUrl } from './url.ts';

const DATA_URL = /^data:[\w.+-]+\/[\w.+-]+(;[\w=.+-]+)*,[\w.~+/=-]+$/;

/** Tells whether an object stands for a credential or presentation secured by an envelope around it. */
export function isEnveloped(node: JsonObject, kind: 'Credential' | 'Presentation'): boolean {
  return hasType(node, `EnvelopedVerifiable${kind}`);
}

/**
 * Problems of an envelope: its type, a context, and a `data:` URL that holds what was secured.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.13.1 (enveloped verifiable credentials) and 4.13.2.
 */
export function envelopeProblems(node: JsonObject, kind: 'Credential' | 'Presentation'): string[] {
  const name = `EnvelopedVerifiable${kind}`;
  return [
    ...(listOf(node['@context']).length > 0 ? [] : [`the ${name} must have a @context`]),
    ...(listOf(node.type).length === 1 ? [] : [`the type must be ${name} alone`]),
    ...(typeof node.id === 'string' && DATA_URL.test(node.id) ? [] : [`the id of the ${name} must be a data: URL`]),
  ];
}

function credentialsProblem(entry: Json, options: StructureOptions): string | undefined {
  if (!isObject(entry)) {
    return 'each verifiableCredential must be an object';
  }
  const [first] = isEnveloped(entry, 'Credential')
    ? envelopeProblems(entry, 'Credential')
    : credentialProblems(entry, options);
  return first === undefined ? undefined : `a verifiableCredential is not well-formed: ${first}`;
}

/** What is wrong with the form of a screened presentation, each a clause; empty when nothing is. */
export function presentationProblems(document: JsonObject, options: StructureOptions = {}): string[] {
  const { holder } = document;
  const credential = listOf(document.verifiableCredential)
    .map((entry) => credentialsProblem(entry, options))
    .find((problem) => problem !== undefined);
  return [
    ...(Array.isArray(document['@context']) ? [] : ['@context must be an array']),
    ...(hasType(document, 'VerifiablePresentation') ? [] : ['type must include VerifiablePresentation']),
    ...(listOf(document.type).every((type) => typeof type === 'string') ? [] : ['each type must be text']),
    ...(holder === undefined || (!Array.isArray(holder) && isUrl(idOf(holder)))
      ? []
      : ['holder must be one URI, or an object whose id is one']),
    ...labelProblems(document, '', options.profile ?? 'plain'),
    ...typedProblems(document),
    ...(credential === undefined ? [] : [credential]),
  ];
}

/**
 * Checks the form of a presentation and of the credentials in it.
 *
 * @param document screened in the same profile.
 * @see Verifiable Credentials Data Model 2.0, 4.13 (verifiable presentations).
 */
export function checkPresentation(document: JsonObject, options: StructureOptions = {}): Check {
  const problems = presentationProblems(document, options);
  return problems.length === 0
    ? passed('structure', 'It is a verifiable presentation.')
    : failed('structure', 'malformed', `The presentation is not well-formed: ${problems.slice(0, 4).join('; ')}.`);
}
