import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { apiContract } from './build-plugins/api-contract.ts';
import { tablerIcons } from './build-plugins/tabler-icons.ts';

export default defineConfig(({ command }) => ({
  plugins: [apiContract(), tablerIcons(), reactRouter()],
  // One self-contained server file: it starts fast and never mixes a development and a production build of React.
  ...(command === 'build' ? { environments: { ssr: { resolve: { noExternal: true as const } } } } : {}),
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  // Named here, they are made ready once at the start; found one by one, they would reload the first pages.
  optimizeDeps: {
    include: [
      '@mantine/core',
      'intl-messageformat',
      '@orpc/client',
      '@orpc/openapi-client/fetch',
      'react-dom/client',
      'react-router/dom',
    ],
    exclude: ['@tabler/icons-react'],
  },
  server: { fs: { allow: ['../..'] } },
}));
