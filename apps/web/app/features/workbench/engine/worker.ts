import { type CallName, type Calls, createAnswers } from './calls.ts';
import type { Answered, Asked } from './messages-between.ts';

const answers = createAnswers();

const answer = <Name extends CallName>(name: Name, input: Calls[Name]['input']): Calls[Name]['output'] =>
  answers[name](input);

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const { id, name, input } = data;
  let answered: Answered;
  try {
    answered = { id, ok: true, output: answer(name, input) };
  } catch (error) {
    answered = { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answered);
};
