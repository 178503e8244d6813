import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

import type { ProviderStatus } from './status.ts';

export interface ProviderOptions {
  /** For example `wss://host/sync`, without the document. */
  readonly url: string;
  readonly document: string;
  /**
   * The newest schema that this page knows: a document of a newer one is refused (`clientTooOld`)
   * before any of it reaches the page. Without it, everything is taken.
   */
  readonly schema?: number;
}

/**
 * One open document of this page: a `Y.Doc` kept on this device and synced with the server. Disposing of
 * it waits until what can be kept on this device is kept, not for the server.
 */
export interface Provider extends AsyncDisposable {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** The same object until something changes, as `useSyncExternalStore` wants it. */
  status(): ProviderStatus;
  /** @returns a function that stops the notifications. */
  subscribe(onChange: () => void): () => void;
  /** Tries at once, whatever the waiting time or the reason for having stopped. */
  retry(): void;
  /**
   * Holds back what others do, for as long as it would disturb: an input method loses what it is composing when the
   * text around it is drawn anew. What is done here goes out all the time. After ten seconds what has come is shown
   * all the same.
   *
   * @returns a function that ends it.
   */
  hold(): () => void;
  /**
   * Deletes what this device has of the document, work that the server has not got included, and keeps
   * nothing more. What is on the page stays until it is closed.
   *
   * @throws {DOMException} if the browser's database can't be written.
   */
  discard(): Promise<void>;
}
