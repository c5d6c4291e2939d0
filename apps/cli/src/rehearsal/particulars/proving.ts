import { credentialTitle, trackTitle } from '@testamur/program';
import { otherTrack } from '../plan/choose.ts';
import type { Particular } from './particular.ts';

const postnominal: Particular = {
  id: 'post-nominals',
  title: 'Letters after the name',
  isIn: ({ credential }) => credential.postnominal !== undefined,
  show: ({ program, findings }) => {
    const letters = program.credential.postnominal ?? '';
    // A word of its own: numbers and abbreviations may begin with the same letters.
    const standsIn = (text: string) => ` ${text.replace(/[^\p{L}\p{N}.-]+/gu, ' ')} `.includes(` ${letters} `);
    const shown = {
      verification: findings.list('verified').map(({ postnominal: found = 'none' }) => found),
      register: findings.list('registered').map(({ postnominal: found = 'none' }) => found),
      certificate: findings.list('certificate').map(({ text }) => (standsIn(text) ? letters : 'none')),
    };
    return {
      holds: Object.values(shown).every((places) => places.length > 0 && places.every((found) => found === letters)),
      expected: `"${letters}" in the verification, in the register and on the certificate`,
      found: Object.entries(shown)
        .map(([place, found]) => `${place}: ${[...new Set(found)].join(', ')}`)
        .join('; '),
      evidence: shown,
    };
  },
};

const card: Particular = {
  id: 'card',
  title: 'A card beside the certificate',
  isIn: ({ credential }) => credential.card !== undefined,
  show: ({ findings, facts }) => {
    const numbers = facts('credential-granted').map(({ data }) => data.number);
    const cards = findings.list('card').filter(({ number, text }) => numbers.includes(number) && text.includes(number));
    return {
      holds: cards.length > 0,
      expected: 'a PDF of a card with the number of the credential',
      found: cards.map(({ number, bytes }) => `${number}, ${bytes} bytes`).join('; '),
      evidence: cards,
    };
  },
};

const tracks: Particular = {
  id: 'tracks',
  title: 'Tracks, each with a credential of its own',
  isIn: ({ tracks: axes }) => axes !== undefined,
  show: ({ program, plan, findings }) => {
    const other = otherTrack(program, plan);
    const wanted = [plan.track, other].flatMap((track) =>
      track === undefined ? [] : [credentialTitle(program, { track })],
    );
    const titles = [...new Set(findings.list('verified').map(({ title }) => title))];
    return {
      holds: wanted.length === 2 && wanted.every((title) => titles.includes(title)),
      expected: wanted.join('; '),
      found: titles.join('; '),
      evidence: {
        tracks: [plan.track, other].map((track) => trackTitle(program, track === undefined ? {} : { track })),
        verified: findings.list('verified'),
      },
    };
  },
};

const decidedByRule: Particular = {
  id: 'certified-at-once',
  title: 'Certified at once on passing',
  isIn: ({ decision }) => decision?.by === 'rule',
  show: ({ facts }) => {
    const [decided] = facts('decision-recorded');
    const [granted] = facts('credential-granted');
    const passed = facts('result-released').findLast(({ data, at }) => data.passed && at <= (granted?.at ?? ''));
    const seconds = (Date.parse(granted?.at ?? '') - Date.parse(passed?.at ?? '')) / 1000;
    return {
      holds: decided !== undefined && seconds >= 0 && seconds < 60,
      expected: 'a credential within a minute of the last result, by the rule of the program',
      found: `${decided?.text ?? 'no decision'} Credential ${seconds} s after the last result.`,
      evidence: { passed, decided, granted },
    };
  },
};

export const proving: readonly Particular[] = [tracks, decidedByRule, card, postnominal];
