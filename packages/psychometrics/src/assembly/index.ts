export { assemble } from './assemble.ts';
export { presentAssembly } from './present.ts';
export { readAssemblySpec } from './read-spec.ts';
export type {
  Aim,
  Assembly,
  AssemblySpec,
  AttributeValue,
  Compliance,
  Condition,
  ContentConstraint,
  FormInformation,
  FormSpec,
  Objective,
  PoolItem,
  Quantity,
  Range,
  StimulusSpec,
} from './spec.ts';
