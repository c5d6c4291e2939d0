import routes from '../../apps/web/app/routes.ts';

interface Route {
  readonly path?: string;
  readonly file: string;
  readonly children?: readonly Route[];
}

/** Every address of the site that shows or sends something, from the configuration of its routes. */
export interface Address {
  /** `/programs/:programId` */
  readonly pattern: string;
  /** A page; else a file that is sent, or an act. */
  readonly isPage: boolean;
}

const flatten = (list: readonly Route[], above: string): readonly Address[] =>
  list.flatMap(({ path, file, children }) => {
    const pattern = path === undefined ? above : `${above}/${path}`;
    if (children && children.length > 0) return flatten(children, pattern);
    return [{ pattern: pattern === '' ? '/' : pattern, isPage: file.endsWith('.tsx') }];
  });

export const addresses: readonly Address[] = flatten(routes as readonly Route[], '');
