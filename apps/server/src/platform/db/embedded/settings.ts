/** Settings of the server that Testamur starts itself: for a machine with two cores and a few gigabytes. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // TCP alone: a socket's folder would need a place that both accounts can reach.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  jit: 'off',
  // An acknowledged answer survives a power failure.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A week of logs, and never the statement or the row of an error: they hold personal data.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** The command line of `postgres`: given at every start, so a new release's settings hold for old folders too. */
export function serverArguments(cluster: string, port: number): string[] {
  const options = Object.entries({ ...settings, port: String(port) });
  return ['-D', cluster, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** The command line of `initdb`: UTF-8, the built-in C.UTF-8 locale (the same on every machine), SCRAM passwords. */
export function initArguments(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
}
