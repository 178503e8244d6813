import type { BrowserContext, Page, Route, WebSocketRoute } from '@playwright/test';

interface Wire {
  readonly page: WebSocketRoute;
  readonly server: WebSocketRoute;
}

const SYNC = /\/sync\//;

/**
 * What connects one person's browser with the server. Going offline in the browser leaves sockets
 * open that are open, so they are led through here, where they can be cut.
 */
export class Line {
  readonly #pages: BrowserContext | Page;
  readonly #setOffline: (isOffline: boolean) => Promise<void>;
  readonly #wires = new Set<Wire>();
  #state: 'whole' | 'cut' | 'held' = 'whole';
  #holdsRequests = false;
  readonly #held: (() => void)[] = [];

  private constructor(
    pages: BrowserContext | Page,
    setOffline: (isOffline: boolean) => Promise<void>,
  ) {
    this.#pages = pages;
    this.#setOffline = setOffline;
  }

  /** Has to be called before the first page is opened. */
  static of(context: BrowserContext): Promise<Line> {
    return new Line(context, (isOffline) => context.setOffline(isOffline)).#led();
  }

  /** One of this tab alone, whose browser does not know that it is cut. Has to be called before it opens anything. */
  static ofTab(tab: Page): Promise<Line> {
    const refuse = (route: Route) => route.abort();
    return new Line(tab, (isOffline) =>
      isOffline ? tab.route(SYNC, refuse).then(() => undefined) : tab.unroute(SYNC, refuse),
    ).#led();
  }

  async #led(): Promise<this> {
    await this.#pages.routeWebSocket(SYNC, (page) => this.#connect(page));
    return this;
  }

  /** Ends what is open and refuses what is new, also plain requests. */
  async cut(): Promise<void> {
    this.#state = 'cut';
    await this.#setOffline(true);
    for (const wire of this.#wires) await end(wire);
    this.#wires.clear();
  }

  /**
   * From now on messages wait, in both directions, so that nobody learns what the other does; nor
   * does a line over HTTP get through instead.
   */
  async hold(): Promise<void> {
    this.#state = 'held';
    if (this.#holdsRequests) return;
    this.#holdsRequests = true;
    // Not from the start: it leads every script of a page through here, and keeps none of them.
    await this.#pages.route(SYNC, (route) => this.#request(route));
  }

  /** Lets everything through that waits, in the order in which it was said. */
  release(): void {
    this.#state = 'whole';
    for (const deliver of this.#held.splice(0)) deliver();
  }

  /** As if nothing had been; what was said meanwhile is lost. */
  async restore(): Promise<void> {
    this.#state = 'whole';
    await this.#setOffline(false);
  }

  async #connect(page: WebSocketRoute): Promise<void> {
    if (this.#state === 'cut') return page.close();
    const wire = { page, server: page.connectToServer() };
    this.#wires.add(wire);
    page.onMessage((message) => this.#pass(() => wire.server.send(message)));
    wire.server.onMessage((message) => this.#pass(() => page.send(message)));
  }

  /** Of a line over HTTP. */
  async #request(route: Route): Promise<void> {
    if (this.#state === 'held') this.#held.push(() => void route.continue());
    else await route.continue();
  }

  #pass(deliver: () => void): void {
    if (this.#state === 'whole') deliver();
    if (this.#state === 'held') this.#held.push(deliver);
  }
}

/** Either end may be gone already. */
async function end({ page, server }: Wire): Promise<void> {
  await page.close().catch(() => {});
  await server.close().catch(() => {});
}
