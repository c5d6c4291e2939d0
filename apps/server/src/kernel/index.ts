export { canonicalJson } from './canonical-json.ts';
export { type Clock, dayMs, formatDay, formatInstant, hourMs, minuteMs } from './dates.ts';
export { newId, newReadableNumber, newToken } from './ids.ts';
export { formatMoney, type Money } from './money.ts';
export { Problem, type ProblemCode, type ProblemField, type ProblemKind, problemKinds } from './problem.ts';
