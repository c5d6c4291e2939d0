import { Outlet } from 'react-router';
import { ErrorContent } from '../error-page/error-page.tsx';
import { Shell } from './shell.tsx';

/** Nothing but the page: the exam brings its own bars, and no way out by mistake. */
export default function ExamLayout() {
  return (
    <Shell area="exam">
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <Shell area="exam">
      <div style={{ maxInlineSize: '44rem', margin: '48px auto', paddingInline: 'var(--t-space-gutter)' }}>
        <ErrorContent error={error} />
      </div>
    </Shell>
  );
}
