import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Certified, certify } from '../testing/life.ts';
import { createWorld, refusal, type World } from '../testing/world.ts';

const programFile = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
const wording = 'Holders may show the mark beside their own name while the certification is in force.';

let world: World;
let decider: Awaited<ReturnType<World['person']>>;
let ana: Certified;

beforeAll(async () => {
  const yaml = await readFile(programFile, 'utf8');
  const mark = `\n  mark:\n    assumed: [title, text]\n    title: The CALT mark\n    text: ${wording}\n  criteria:`;
  world = await createWorld({ program: yaml.replace(/(\ncredential:[\s\S]*?)\n {2}criteria:/, `$1${mark}`) });
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  ana = await certify(world, decider, { name: 'Ána Rivera' });
});
afterAll(() => world.close());

const agree = ({ holder, credentialId }: Certified, signedName: string) =>
  holder.api.credentialing.agreeToMark({ credentialId, signedName });
const mark = ({ holder, credentialId }: Certified, form: 'svg' | 'png' = 'svg') =>
  holder.api.credentialing.getMark({ credentialId, form });
const detail = (api: Certified['holder']['api'], { credentialId }: Certified) =>
  api.credentialing.getCredential({ credentialId });

test('the mark is given only to who has agreed to its words, under the name on the credential', async () => {
  expect((await refusal(mark(ana))).code).toBe('credentialing.mark-not-agreed');
  expect((await refusal(agree(ana, 'Somebody Else'))).code).toBe('credentialing.name-differs');
  expect((await detail(ana.holder.api, ana)).mark).toEqual({ title: 'The CALT mark', text: wording });
  await agree(ana, ' ana  rivera ');
  const svg = await (await mark(ana)).text();
  expect(svg).toContain('<title>Certified Academic Library Technician');
  expect(svg).not.toContain('<text');
  expect(
    Buffer.from(await (await mark(ana, 'png')).arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('who agreed and when is seen by the holder and by staff, and agreeing again changes nothing', async () => {
  const before = (await detail(ana.holder.api, ana)).mark?.agreement;
  world.passMs(60_000);
  await agree(ana, 'Ána Rivera');
  const after = await detail(decider.api, ana);
  expect(after.mark?.agreement).toEqual(before);
  expect(before?.signedName).toBe('ana  rivera');
});

test('while the certification is not in force there is no mark, whatever was agreed, and no agreement is taken', async () => {
  const ben = await certify(world, decider, { name: 'Ben Cole' });
  for (const { credentialId } of [ana, ben]) {
    await decider.api.credentialing.suspendCredential({ credentialId, reason: 'Under investigation.' });
  }
  expect((await refusal(mark(ana))).code).toBe('credentialing.not-in-force');
  expect((await refusal(agree(ben, 'Ben Cole'))).code).toBe('credentialing.not-in-force');
});

test('nobody agrees for another person, and an agreement cannot be altered', async () => {
  const { credentialId } = ana;
  for (const caller of [decider, await world.person('Eve Stranger')]) {
    const { code } = await refusal(caller.api.credentialing.agreeToMark({ credentialId, signedName: 'Ána Rivera' }));
    expect(code).toMatch(/^platform\./);
  }
  const change = world.within(({ trx }) => trx.deleteFrom('mark_agreement').execute());
  await expect(change).rejects.toThrow(/permission denied/);
});
