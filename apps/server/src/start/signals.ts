/** Resolves at the first Ctrl-C or `kill`. A second one ends the process at once. */
export const onceStopped = (): Promise<void> =>
  new Promise((resolve) => {
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(130);
      stopping = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
