/** Something the person who starts the server can mend. The message is printed alone, without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
