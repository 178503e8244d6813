import { Component, type ReactNode } from 'react';

import { PageStopped } from '../ui/message-pages.tsx';

/** Shows a calm page in place of one that broke. */
export class PageBoundary extends Component<{ readonly children: ReactNode }> {
  static getDerivedStateFromError = () => ({ broken: true });

  override state = { broken: false };

  override render(): ReactNode {
    return this.state.broken ? <PageStopped /> : this.props.children;
  }
}
