import type { Program } from '@testamur/program';
import type { Api } from '../../api.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { mostCompared } from '../catalog/listed.ts';

export type TenYears = Awaited<ReturnType<Api['guide']['makePlan']>>;

export interface Compared {
  readonly program: Program;
  readonly organizationName: string;
  readonly demonstration: boolean;
  /** The way and ten years of keeping it, as the plan reckons without being asked for more. */
  readonly plan: TenYears;
}

const isUnknown = (error: unknown): boolean => apiProblemOf(error)?.status === 404;

const loadOne = async (api: Api, programId: string, language: string): Promise<Compared | undefined> => {
  try {
    const { program, organizationName, demonstration } = await api.programs.findProgram({ programId });
    const plan = await api.guide.makePlan({ programId: program.id, years: 10, language });
    return { program, organizationName, demonstration, plan };
  } catch (error) {
    if (isUnknown(error)) return undefined;
    throw error;
  }
};

/** The programs that an address names, each once, and the names that lead to none. */
export const loadCompared = async (
  api: Api,
  names: readonly string[],
  language: string,
): Promise<{
  readonly compared: readonly Compared[];
  readonly unknown: readonly string[];
  readonly tooMany: boolean;
}> => {
  const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== '' && name.length <= 160))];
  const found = new Map<string, Compared>();
  const unknown: string[] = [];
  for (const name of asked.slice(0, mostCompared)) {
    const one = await loadOne(api, name, language);
    if (one === undefined) unknown.push(name);
    else found.set(one.program.id, one);
  }
  return { compared: [...found.values()], unknown, tooMany: asked.length > mostCompared };
};
