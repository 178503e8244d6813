import { IDBFactory } from 'fake-indexeddb';

import { createProvider, type CreateOptions } from '../../src/create-provider.ts';
import type { Provider } from '../../src/provider.ts';
import { FakeServer } from './fake-server.ts';
import { ManualClock } from './manual-clock.ts';
import { ManualPage } from './manual-page.ts';
import { until } from './turns.ts';

export const URL = 'ws://server/sync';
export const DOCUMENT = 'letters';

/** One device with a browser, and one server; pages of the device share its database. */
export class World implements AsyncDisposable {
  readonly server = new FakeServer();
  readonly clock = new ManualClock();
  readonly indexedDB = new IDBFactory();
  readonly #open = new Set<Provider>();

  /** Opens the document in a page of its own. */
  visit(options: Partial<CreateOptions> = {}): Provider & { readonly page: ManualPage } {
    const page = new ManualPage();
    const { environment, ...others } = options;
    const provider = createProvider({
      url: URL,
      document: DOCUMENT,
      ...others,
      environment: {
        WebSocket: this.server.WebSocket,
        HttpWebSocket: this.server.HttpWebSocket,
        clock: this.clock,
        random: () => 0.5,
        indexedDB: this.indexedDB,
        page,
        ...environment,
      },
    });
    this.#open.add(provider);
    return Object.assign(provider, { page });
  }

  /** Visits until everything is synced, and leaves. */
  async visitOnce(text: string): Promise<void> {
    const visitor = this.visit();
    await until(() => visitor.status().content === 'synced');
    write(visitor, text);
    await until(() => saveOf(visitor) === 'saved');
    await visitor[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closing = [...this.#open].map((provider) => provider[Symbol.asyncDispose]());
    await Promise.all(closing);
  }
}

export const write = ({ doc }: Provider, text: string): void => doc.getText('t').insert(0, text);
export const textOf = ({ doc }: Provider): string => doc.getText('t').toString();
export const saveOf = (provider: Provider): string => provider.status().save.state;
export const lineOf = (provider: Provider): string => provider.status().connection.state;
export const contentOf = (provider: Provider): string => provider.status().content;
