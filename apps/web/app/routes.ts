import { layout, type RouteConfig, route } from '@react-router/dev/routes';
import type { Area } from './feature-routes.ts';
import { features } from './features/index.ts';

const pagesOf = (area: Area) => features.flatMap((feature) => feature[area] ?? []);

export default [
  layout('layouts/public.tsx', [...pagesOf('public'), route('*', 'layouts/not-found.tsx')]),
  layout('layouts/candidate.tsx', pagesOf('candidate')),
  route('staff/:org', 'layouts/staff.tsx', pagesOf('staff')),
  layout('layouts/link.tsx', pagesOf('link')),
  layout('layouts/exam.tsx', pagesOf('exam')),
  route('preferences', 'preferences/preferences.ts'),
  ...pagesOf('resource'),
] satisfies RouteConfig;
