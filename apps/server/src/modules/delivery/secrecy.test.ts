import { candidateView, parseItem } from '@testamur/qti';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPackages, publishForm } from '../item-bank/index.ts';
import { beginExam, entry, openExam, save } from '../scoring/testing/exam.ts';
import { authorize, readPackages } from '../scoring/testing/life.ts';
import { type Caller, createWorld, type World } from '../scoring/testing/world.ts';

/** What no candidate may ever be sent, planted into every item. */
const canaries = ['CANARY-TITLE', 'CANARY-RATIONALE', 'CANARY-ID', 'CANARY-OBJECTIVE'];

const plant = (xml: string): string =>
  xml
    .replace(/(<qti-assessment-item[^>]*? )identifier="[a-z]+-/, '$1identifier="CANARY-ID-')
    .replace(/title="[^"]*"/, 'title="CANARY-TITLE"')
    .replace(/(<qti-rubric-block[\s\S]*?<p>)[\s\S]*?(<\/p>)/, '$1CANARY-RATIONALE$2');

/** The same item with the next choice as its key. */
const withOtherKey = (xml: string): string =>
  xml.replace(
    /<qti-value>([A-D])<\/qti-value>/,
    (_, key: string) => `<qti-value>${{ A: 'B', B: 'C', C: 'D', D: 'A' }[key]}</qti-value>`,
  );

let world: World;
let candidate: Caller;
let psychometrician: Caller;
const answers: string[] = [];
const heard = <T>(answer: T): T => {
  answers.push(JSON.stringify(answer));
  return answer;
};

beforeAll(async () => {
  world = await createWorld();
  candidate = await world.person('Ana Rivera');
  psychometrician = await world.person('Petra Psychometrician', ['psychometrician']);
  const packages = (await readPackages()).map(({ name, files }) => ({
    name,
    files: new Map(
      [...files].map(([file, text]) => [
        file,
        file === 'imsmanifest.xml'
          ? text.replaceAll(/(educational objective[\s\S]*?<lom:entry>\s*<lom:string>)[^<]*/g, '$1CANARY-OBJECTIVE')
          : plant(text),
      ]),
    ),
  }));
  await world.within((scope) => importPackages(scope, world.programId, packages));
  const order = { program: world.program, assessmentId: 'exam', name: 'Form 1', seed: 1, publishedBy: null };
  await world.within((scope) => publishForm(scope, order));
});
afterAll(() => world.close());

describe('keys, rationales and whatever else authors write for themselves', () => {
  test('are in the bank, so that the test can fail', async () => {
    const organization = world.organization.slug;
    const { items } = await psychometrician.api.itemBank.listItems({
      organization,
      programId: world.programId,
      page: 1,
    });
    const seen = JSON.stringify(
      await psychometrician.api.itemBank.getItem({ organization, itemId: items[0]?.id ?? '' }),
    );
    for (const canary of canaries) expect(seen, canary).toContain(canary);
  });

  test('are in nothing that a candidate is sent from the lobby to the score report', async () => {
    const { api } = candidate;
    const candidacyId = await authorize(world, candidate);
    const exam = { candidacyId, assessmentId: 'exam' };
    heard(await api.scheduling.getAuthorization(exam));
    heard(await api.delivery.getLobby(exam));
    const attemptId = await beginExam(candidate, candidacyId);
    const sitting = await openExam(candidate, candidacyId, attemptId);
    const { deviceId } = sitting;
    const [a = '', b = ''] = sitting.items;
    heard(
      await save(world, candidate, sitting, [
        entry(world, 1, a),
        entry(world, 2, b, 'C'),
        entry(world, 3, b, true, 'flag'),
      ]),
    );
    heard(await save(world, candidate, sitting, [entry(world, 1, a, 'B')]));
    heard(await save(world, candidate, sitting, [entry(world, 4, a, 'Z')]));
    heard(await save(world, candidate, sitting, [entry(world, 4, 'nothing')]));
    heard(await api.delivery.openAttempt({ attemptId, deviceId }));
    heard(await api.delivery.getClock({ attemptId }));
    heard(await api.delivery.getLobby(exam));
    heard(await api.delivery.submitAttempt({ attemptId, deviceId, lastSeq: 3 }));
    heard(await save(world, candidate, sitting, [entry(world, 4, a)]));
    heard(await api.delivery.getPortfolio({ candidacyId, assessmentId: 'portfolio' }));
    await world.runJobs();
    const { results } = await psychometrician.api.scoring.listResults({
      organization: world.organization.slug,
      page: 1,
      waiting: 'true',
    });
    const resultIds = results.map(({ resultId }) => resultId);
    await psychometrician.api.scoring.releaseResults({ organization: world.organization.slug, resultIds });
    await world.runJobs();
    heard(await api.scoring.getScoreReport({ candidacyId }));
    heard(await api.candidacies.getCandidacy({ candidacyId }));
    heard(await api.candidacies.listMyCandidacies({}));
    heard(await api.notifications.listMyMessages({ page: 1 }));
    expect(answers.length).toBeGreaterThan(14);
    // The item's own text was sent, so that silence is no proof by accident.
    expect(answers.some((answer) => answer.includes('interaction'))).toBe(true);
    for (const canary of canaries) {
      expect(
        answers.filter((answer) => answer.includes(canary)).map((answer) => answer.slice(0, 200)),
        canary,
      ).toEqual([]);
    }
    expect(answers.filter((answer) => /"(correct|mapping|outcomes|processing)"/.test(answer))).toEqual([]);
  });

  test('leave no trace in what is sent: with another key, every byte of it is the same', async () => {
    const xmls = (await readPackages()).flatMap(({ files }) =>
      [...files].flatMap(([name, xml]) => (name === 'imsmanifest.xml' ? [] : [xml])),
    );
    const view = (xml: string) => {
      const result = parseItem(xml);
      if (result.status !== 'ok') throw new Error(result.messages[0]?.text);
      return { sent: JSON.stringify(candidateView(result.item)), key: [result.item.responses[0]?.correct].flat()[0] };
    };
    for (const xml of xmls) {
      const [one, other] = [view(xml), view(withOtherKey(xml))];
      expect(one.key).not.toBe(other.key);
      expect(one.sent).toBe(other.sent);
    }
  });
});
