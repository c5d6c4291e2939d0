import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * After a change of page within the document, focus goes to the new heading, as a fresh document would have it. A change
 * of the query alone (a filter, a page of a table) leaves focus where it is; a `#part` belongs to the browser; a summary
 * of errors takes focus itself.
 */
export const NavigationFocus = () => {
  const { pathname, hash } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (hash !== '') return;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [pathname, hash]);
  return null;
};
