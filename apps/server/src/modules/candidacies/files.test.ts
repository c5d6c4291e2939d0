import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, pdfFile } from './testing/application.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

let world: World;
let candidate: Caller;
let candidacyId: string;
const examined: string[] = [];

beforeAll(async () => {
  world = await createWorld({ deps: { listExaminersOf: async () => examined } });
  candidate = await world.person('Ana Rivera');
  candidacyId = await begin(world, candidate);
});
afterAll(() => world.close());

const upload = (file: File) => candidate.api.candidacies.uploadFile({ candidacyId, file });

describe('a file', () => {
  test('comes back as it was, under a safe name', async () => {
    const file = await upload(pdfFile('..\\My letter.PDF'));
    expect(file).toMatchObject({ name: 'My letter.pdf', type: 'application/pdf' });
    const back = await candidate.api.candidacies.downloadFile({ fileId: file.id });
    expect(back.name).toBe('My letter.pdf');
    expect(await back.text()).toContain('%PDF-1.4');
    expect(back.size).toBe(file.bytes);
  });

  test('goes and comes over HTTP, with its name in the header', async () => {
    const body = new FormData();
    body.set('file', pdfFile('Zeugnis Müller.pdf'));
    const path = `/candidacies/${candidacyId}/files`;
    const uploaded = await world.fetch(candidate, path, { method: 'POST', body });
    expect(uploaded.status).toBe(200);
    const { id } = (await uploaded.json()) as { id: string };
    const downloaded = await world.fetch(candidate, `/files/${id}`);
    expect(downloaded.headers.get('content-type')).toBe('application/pdf');
    expect(downloaded.headers.get('content-disposition')).toContain("filename*=utf-8''Zeugnis%20M%C3%BCller.pdf");
    expect(await downloaded.text()).toContain('%PDF-1.4');
    const refused = await world.fetch(candidate, path, { method: 'POST', body: new FormData() });
    expect(refused.status).toBe(422);
  });

  test('is what its content says, whatever its name and type claim', async () => {
    const page = new File(['<html><script>alert(1)</script></html>'], 'letter.pdf', { type: 'application/pdf' });
    expect(await refusal(upload(page))).toMatchObject({ code: 'candidacies.file-type-refused' });
    const empty = new File([], 'letter.pdf', { type: 'application/pdf' });
    expect(await refusal(upload(empty))).toMatchObject({ code: 'candidacies.file-type-refused' });
  });

  test('of more than 10 MB is refused', async () => {
    const large = new File(['%PDF-1.4\n', new Uint8Array(10 * 1024 * 1024)], 'scan.pdf');
    expect(await refusal(upload(large))).toMatchObject({ code: 'candidacies.file-too-large' });
  });

  test('of a candidacy that is over is refused', async () => {
    const gone = await world.person('Gil Gone');
    const over = await begin(world, gone);
    await gone.api.candidacies.withdrawCandidacy({ candidacyId: over, reason: 'No time.' });
    const late = gone.api.candidacies.uploadFile({ candidacyId: over, file: pdfFile() });
    expect(await refusal(late)).toMatchObject({ code: 'candidacies.not-editable' });
  });

  test('is opened by reviewers, and by those examiners alone who rate this candidate', async () => {
    const { id: fileId } = await upload(pdfFile('portfolio.pdf'));
    const reviewer = await world.person('Ruth Reviewer', ['reviewer']);
    const finance = await world.person('Fay Finance', ['finance']);
    const examiner = await world.person('Ed Examiner', ['examiner']);
    const open = (caller: Caller) => caller.api.candidacies.downloadFile({ fileId });
    expect((await open(reviewer)).name).toBe('portfolio.pdf');
    expect(await refusal(open(finance))).toMatchObject({ code: 'platform.not-allowed' });
    expect(await refusal(open(examiner))).toMatchObject({ code: 'candidacies.no-such-file' });
    examined.push(examiner.personId);
    expect((await open(examiner)).name).toBe('portfolio.pdf');
  });

  test('beyond the fortieth is refused, also when several come at once', async () => {
    const before = (await candidate.api.candidacies.getCandidacy({ candidacyId })).files.length;
    for (let count = before; count < 38; count += 1) await upload(pdfFile(`${count}.pdf`));
    const last = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => upload(pdfFile(`${name}.pdf`))));
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await refusal(upload(pdfFile()))).toMatchObject({ code: 'candidacies.too-many-files' });
  });
});
