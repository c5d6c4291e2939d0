export * from './facts.ts';
export { type ParsedProgram, parseProgram } from './parse/parse.ts';
export type { ProgramProblem } from './parse/problem.ts';
export {
  type Assessment,
  type Criterion,
  type Exam,
  type Fee,
  type PayerClass,
  type Portfolio,
  type Price,
  type Program,
  programJsonSchema,
  type Requirement,
  type RequirementOf,
  type Topic,
} from './schema/program.ts';
export type { Rule } from './schema/rule.ts';
export * from './standing/types.ts';
export type { Text } from './text.ts';
