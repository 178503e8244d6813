import { useEffect } from 'react';

import type { Provider } from '@indelible/provider';

/** Has the browser ask before this page closes, as long as that would lose words. */
export function useWarnOnClose(provider: Provider): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (provider.status().unsafeToClose) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [provider]);
}
