import type { Call } from '../../platform/http/index.ts';
import { loadCredential, openShareLink } from '../credentialing/index.ts';
import { checkKnown } from './handed/check.ts';
import { readSecured } from './handed/secured.ts';
import type { Verifier } from './records.ts';

/** Words that name the number of another credential of the holder. */
const withoutNumber = (words: string): string => words.replace(/\bby [A-Z0-9+-]+-[0-9A-Z]{4,}/g, 'by a newer one');

/** What the page of a link shows: the checks of the public page, and of the credential what its holder chose. */
export const readShareLink = (call: Pick<Call, 'trx' | 'viewer'>, verifier: Verifier, token: string) =>
  openShareLink(call, verifier.clock, token, async (scope, { credentialId, showsNumber, showsHistory }) => {
    const loaded = await loadCredential(scope, credentialId);
    const document: object = JSON.parse(loaded.credential.document);
    const readable = await readSecured({ form: 'data-integrity', credential: document }, scope.now);
    const { checkedAt, inForce, checks, credential } = await checkKnown(scope, verifier, loaded, readable);
    const shown = showsNumber ? (words: string) => words : withoutNumber;
    return {
      checkedAt,
      inForce,
      checks: checks.map((check) => ({ ...check, detail: shown(check.detail) })),
      abbreviation: loaded.candidacy.program.abbreviation,
      holderName: credential.holderName,
      title: credential.title,
      track: credential.track,
      ...(credential.postnominal === undefined ? {} : { postnominal: credential.postnominal }),
      organizationName: credential.organizationName,
      scope: credential.scope,
      meaning: credential.meaning,
      edition: credential.edition,
      programId: credential.programId,
      state: credential.state,
      since: credential.since,
      validFrom: credential.validFrom,
      validUntil: credential.validUntil,
      demonstration: credential.demonstration,
      ...(showsNumber ? { number: credential.number } : {}),
      ...(showsHistory ? { history: credential.history.map(({ at, what }) => ({ at, what: shown(what) })) } : {}),
    };
  });
