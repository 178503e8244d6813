import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';

import { hasNewerShell } from './offline/app-shell.ts';
import { StartPage } from './start/start-page.tsx';
import { NoSuchPage, PageStopped } from './ui/message-pages.tsx';
import { Toasts } from './ui/toasts.tsx';

const root = createRootRoute({ component: Shell });

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage });

const page = createRoute({
  getParentRoute: () => root,
  path: '/d/$id',
  component: lazyRouteComponent(() => import('./document/document-page.tsx'), 'DocumentPage'),
});

/** The app's two pages; everything the second one needs is fetched when somebody heads for it. */
export function makeRouter() {
  const router = createRouter({
    routeTree: root.addChildren([start, page]),
    defaultPreload: 'intent',
    defaultNotFoundComponent: NoSuchPage,
    defaultErrorComponent: PageStopped,
    scrollRestoration: true,
  });
  router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation, toLocation }) => {
    // Between two pages nobody is typing: the moment to change over to a newer version.
    if (fromLocation && pathChanged && hasNewerShell()) location.assign(toLocation.href);
  });
  return router;
}

function Shell() {
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  );
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
