import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  public: [route('c/:number', 'credential-page.tsx'), route('verify', 'verify-page.tsx')],
  resource: [route('c/:number/picture.png', 'picture.ts'), route('c/:number/credential.json', 'credential-json.ts')],
};
