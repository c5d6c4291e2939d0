import type { Plugin } from 'vite';

const fromTabler = /import\s*\{([^}]*)\}\s*from\s*'@tabler\/icons-react';/g;

/**
 * Imports each icon from its own file. The package lists 6,000 of them in one module, which alone would take most of
 * the time of a build, and of the first page in development.
 */
export const tablerIcons = (): Plugin => ({
  name: 'testamur-tabler-icons',
  enforce: 'pre',
  transform: {
    filter: { id: /\/app\/.*\.tsx?$/, code: '@tabler/icons-react' },
    handler: (code) =>
      code.replace(fromTabler, (_statement, names: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => {
            const [icon = name, local = icon] = name.split(/\s+as\s+/);
            return `import ${local} from '@tabler/icons-react/dist/esm/icons/${icon}.mjs';`;
          })
          .join(''),
      ),
  },
});
