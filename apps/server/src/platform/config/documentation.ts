import { variableList } from './variables.ts';

/** docs/configuration.md, made from the table of variables. */
export function describeConfiguration(): string {
  const rows = variableList.map((variable) => {
    const otherwise = variable.default === undefined ? (variable.otherwise ?? '') : `\`${variable.default}\``;
    return `| \`${variable.name}\` | ${otherwise} | ${variable.says} | \`${variable.example}\` |`;
  });
  return `# Configuration

Testamur starts without any configuration. Everything is set by environment variables; a value that is wrong stops
the start with a message that names the variable and shows an example. An empty value counts as absent.

This page is made from \`apps/server/src/platform/config/variables.ts\` by \`npm run fix\`.

| Variable | Without it | Meaning | Example |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
