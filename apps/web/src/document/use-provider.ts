import { useMemo, useSyncExternalStore } from 'react';

import { SCHEMA_VERSION } from '@indelible/document';
import { afterPatience, keepWords } from '@indelible/document/rescue';
import { openProvider, receivedIn } from '@indelible/provider';
import type { OpenedProvider, Provider, ProviderStatus } from '@indelible/provider';

import { holdOpen } from '../offline/open-locks.ts';
import { returnWatch } from '../returning/return-news.ts';

/** Where documents are synced: the host this page came from. */
const syncUrl = (): string =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;

/** Opens a document at the host this page came from, or shares it with who has it open on this page. */
export function openHere(document: string): OpenedProvider {
  const opened = openProvider({ url: syncUrl(), document, schema: SCHEMA_VERSION });
  // Here and not with the editor, which is loaded later: the server's first answer may take words away.
  keepWords(opened.provider.doc, { receivedIn, later: afterPatience });
  const letOthers = holdOpen(document);
  return {
    provider: opened.provider,
    release() {
      opened.release();
      letOthers();
    },
  };
}

/** A document that is open as long as somebody is subscribed to it. */
function providerSource(document: string) {
  let provider: Provider | null = null;
  return {
    current: () => provider,
    subscribe: (onChange: () => void) => {
      const opened = openHere(document);
      provider = opened.provider;
      returnWatch(provider);
      onChange();
      return () => {
        provider = null;
        opened.release();
      };
    },
  };
}

/** Opens a document for as long as the component is there; null until it is open. */
export function useProvider(document: string): Provider | null {
  const source = useMemo(() => providerSource(document), [document]);
  return useSyncExternalStore(source.subscribe, source.current);
}

/** The provider's status, as it changes. */
export const useStatus = (provider: Provider): ProviderStatus =>
  useSyncExternalStore(
    (onChange) => provider.subscribe(onChange),
    () => provider.status(),
  );
