import type { Program } from '@testamur/program';
import { importPackages, publishForm } from '../../item-bank/index.ts';
import { getEdition, publishEdition } from '../../programs/index.ts';
import { readPackages } from './life.ts';
import type { World } from './world.ts';

/** Publishes one more program in the world's organization, with items and so many forms of each exam named. */
export const openProgram = async (
  world: World,
  yaml: string,
  forms: Readonly<Record<string, number>> = {},
): Promise<Program> => {
  const { programId } = await world.within((scope) => publishEdition(scope, yaml, null));
  const { program } = await world.within((scope) => getEdition(scope.trx, scope.organization.id, programId));
  const topics = new Set(program.topics.map(({ id }) => id));
  const packages = (await readPackages()).filter(({ name }) => topics.has(name));
  await world.within((scope) => importPackages(scope, programId, packages));
  for (const [assessmentId, count] of Object.entries(forms)) await publishForms(world, program, assessmentId, count);
  return program;
};

let published = 0;

/** Publishes further forms of one exam. */
export const publishForms = async (world: World, program: Program, assessmentId: string, count: number) => {
  for (let index = 0; index < count; index += 1) {
    published += 1;
    const order = { program, assessmentId, name: `Form ${published}`, seed: published, publishedBy: null };
    await world.within((scope) => publishForm(scope, order));
  }
};
