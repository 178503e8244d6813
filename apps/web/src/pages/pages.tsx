import { Route, Switch, useLocation } from 'wouter';

import { StartPage } from '../start/start-page.tsx';
import { NoSuchPage } from '../ui/message-pages.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { DocumentRoute } from './document-route.tsx';
import { PageBoundary } from './page-boundary.tsx';

/** The app's two pages. */
export function Pages() {
  const [path] = useLocation();
  return (
    <>
      <PageBoundary key={path}>
        <Switch>
          <Route path="/" component={StartPage} />
          <Route path="/d/:id" component={DocumentRoute} />
          <Route component={NoSuchPage} />
        </Switch>
      </PageBoundary>
      <Toasts />
    </>
  );
}
