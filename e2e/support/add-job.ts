import type { Page } from 'playwright-core';
import { evidence } from './evidence.ts';
import { choose, heading, press, says, typeDate, typeInto } from './reach.ts';

export interface Job {
  readonly employer: string;
  readonly position: string;
  readonly from: string;
  readonly to: string;
  readonly share: string;
}

/** One job of the application, with a letter as its proof. */
export const addJob = async (page: Page, { employer, position, from, to, share }: Job): Promise<void> => {
  await page.getByRole('link', { name: /^Add (your first|a) job$/ }).click();
  await heading(page, 'A job');
  await typeInto(page, 'Employer', employer);
  await typeInto(page, 'Position', position);
  await choose(page, 'Kind of workplace', 'Academic library');
  await typeDate(page, 'First day', from);
  await typeDate(page, 'Last day', to);
  await typeInto(page, 'Share of full time, in percent', share);
  await page.getByLabel('Add files').setInputFiles(await evidence(`letter of ${employer}.pdf`));
  await press(page, 'Save this job');
  await says(page, employer);
};
