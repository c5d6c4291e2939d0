import { seedOf } from '@testamur/qti';

/** What is random in an item (the order of choices, template values) stays as it is throughout an attempt, and in scoring it. */
export const seedOfItem = (attemptId: string, itemId: string): number => seedOf(`${attemptId}/${itemId}`);
