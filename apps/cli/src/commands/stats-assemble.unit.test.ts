import { describe, expect, test } from 'vitest';
import { readTable } from '../stats/read-table.ts';
import { temporaryFile, testamur } from '../testing/run-command.ts';
import { golden, goldenJson, goldenRows, statsJson, statsText } from '../testing/run-stats.ts';

interface Assembled {
  readonly status: string;
  readonly objective: number;
  readonly gap: number;
  readonly forms: readonly (readonly string[])[];
  readonly compliance: readonly { readonly constraint: string; readonly got: number; readonly met: boolean }[];
}

type Row = Readonly<Record<string, string>>;

const records = async (file: string): Promise<readonly Row[]> => {
  const { columns, rows } = await readTable(golden(file));
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
};

const literalOf = (text: string): string | number => (text.startsWith('"') ? text.slice(1, -1) : Number(text));

/** `STANDARD %in% c(2, 4) & DOK >= 3`, the language of TestDesign, as a condition of a specification. */
function conditionOf(text: string): object {
  const all = text.split(' & ').map((part): object => {
    const [, attribute = '', operator = '', operand = ''] = /^(\w+) (==|%in%|>=|<) (.+)$/.exec(part) ?? [];
    if (operator === '==') return { [attribute]: literalOf(operand) };
    if (operator === '>=') return { [attribute]: { min: Number(operand) } };
    if (operator === '<') return { not: { [attribute]: { min: Number(operand) } } };
    return { [attribute]: operand.slice(2, -1).split(', ').map(literalOf) };
  });
  return { all };
}

/** The science pool of TestDesign, 1,000 items, with its 36 constraints. */
async function scienceSpec(): Promise<Readonly<Record<string, unknown>> & { readonly constraints: readonly object[] }> {
  const [pool, attributes, given] = await Promise.all(
    ['pool', 'attrib', 'constraints'].map((name) => records(`testdesign_science_${name}.csv`)),
  );
  const items = (attributes ?? []).map(({ ID = '', LEVEL, STANDARD, DOK, PTBIS, ...texts }) => ({
    id: ID,
    attributes: { ...texts, LEVEL: Number(LEVEL), STANDARD: Number(STANDARD), DOK: Number(DOK), PTBIS: Number(PTBIS) },
  }));
  const parameters = (pool ?? []).map(({ ID, MODEL, ...rest }) => {
    const [discrimination, ...steps] = ['PAR1', 'PAR2', 'PAR3', 'PAR4']
      .map((name) => rest[name] ?? 'NA')
      .filter((cell) => cell !== 'NA' && cell !== '')
      .map(Number);
    return MODEL === 'GPC'
      ? { id: ID, model: 'gpcm', discrimination, thresholds: steps }
      : { id: ID, model: '3pl', discrimination, difficulty: steps[0], guessing: steps[1] };
  });
  const of = (type: string) => (given ?? []).filter(({ TYPE }) => TYPE === type);
  const named = ({ CONDITION = '' }: Row): readonly string[] => CONDITION.match(/SC\d+/g) ?? [];
  return {
    items,
    parameters,
    constraints: of('Number').map(({ CONSTRAINT_ID, CONDITION = '', LB, UB }) => ({
      name: CONSTRAINT_ID,
      ...(CONDITION === '' ? {} : { where: conditionOf(CONDITION) }),
      min: Number(LB),
      max: Number(UB),
    })),
    enemies: of('Enemy').map(named),
    include: of('Include').flatMap(named),
    together: of('AllOrNone').map(named),
    exclude: conditionOf(of('Exclude')[0]?.CONDITION ?? ''),
    objective: { goal: 'maximize', aims: [-1, 0, 1].map((information) => ({ information })) },
    gap: 0,
  };
}

describe('stats assemble', () => {
  test('finds the best form of the science pool of TestDesign, as lpSolve, SYMPHONY and GLPK do', async () => {
    const found = await statsJson<Assembled>('assemble', await temporaryFile('spec.json', await scienceSpec()));
    const { science_MAXINFO_lpSolve: reference } = await goldenJson<{
      readonly science_MAXINFO_lpSolve: { readonly obj_value: number; readonly items: readonly string[] };
    }>('ata_testdesign_expected.json');
    expect(found.status).toBe('optimal');
    // The reference is printed with ten decimals; an optimum is an optimum.
    expect(Math.abs(found.objective - reference.obj_value)).toBeLessThan(1e-9);
    expect([...(found.forms[0] ?? [])].sort()).toEqual([...reference.items].sort());
    expect(found.gap).toBeLessThan(1e-6);
    expect(found.compliance.length).toBeGreaterThan(30);
    expect(found.compliance.every(({ met }) => met)).toBe(true);
  });

  test('names the constraints that contradict each other', async () => {
    const spec = await scienceSpec();
    const more = { name: 'twenty equations', where: { TYPE: 'EQTN' }, min: 20 };
    const file = await temporaryFile('spec.json', { ...spec, constraints: [...spec.constraints, more] });
    const found = await statsJson<{ readonly status: string; readonly conflict: readonly string[] }>('assemble', file);
    expect(found).toMatchObject({ status: 'infeasible', conflict: ['C25', 'twenty equations'] });
    expect(await statsText('assemble', file)).toContain('twenty equations');
  });

  test('makes several forms without items in common, and shows people that they comply', async () => {
    const { rows } = await goldenRows('eatata_items_mini.csv');
    const items = rows.map(([id, format, time]) => ({ id, attributes: { format, time: Number(time) } }));
    const aims = [{ sum: 'time', target: 400 }];
    const spec = { items, forms: 3, length: 10, overlap: { max: 0 }, objective: { goal: 'target', aims } };
    const file = await temporaryFile('spec.json', spec);
    const { forms, status } = await statsJson<Assembled>('assemble', file);
    expect(status).toMatch(/optimal|feasible/);
    expect(new Set(forms.flat()).size).toBe(30);
    expect(await statsText('assemble', file)).toMatch(/met|yes/i);
  });

  test('says where a specification is wrong', async () => {
    const file = await temporaryFile('spec.json', {
      items: [{ id: 'a' }],
      length: 'ten',
      objective: { goal: 'feasible' },
    });
    expect((await testamur(['stats', 'assemble', file])).err).toContain('length');
    expect((await testamur(['stats', 'assemble', 'none.json'])).err).toContain('none.json');
  });
});
