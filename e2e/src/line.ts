import type { BrowserContext, Route, WebSocketRoute } from '@playwright/test';

interface Wire {
  readonly page: WebSocketRoute;
  readonly server: WebSocketRoute;
}

/**
 * What connects one person's browser with the server. Going offline in the browser leaves sockets
 * open that are open, so they are led through here, where they can be cut.
 */
export class Line {
  readonly #context: BrowserContext;
  readonly #wires = new Set<Wire>();
  #state: 'whole' | 'cut' | 'held' = 'whole';
  #holdsRequests = false;
  readonly #held: (() => void)[] = [];

  private constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** Has to be called before the first page is opened. */
  static async of(context: BrowserContext): Promise<Line> {
    const line = new Line(context);
    await context.routeWebSocket(/\/sync\//, (page) => line.#connect(page));
    return line;
  }

  /** Ends what is open and refuses what is new, also plain requests. */
  async cut(): Promise<void> {
    this.#state = 'cut';
    await this.#context.setOffline(true);
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
    await this.#context.route(/\/sync\//, (route) => this.#request(route));
  }

  /** Lets everything through that waits, in the order in which it was said. */
  release(): void {
    this.#state = 'whole';
    for (const deliver of this.#held.splice(0)) deliver();
  }

  /** As if nothing had been; what was said meanwhile is lost. */
  async restore(): Promise<void> {
    this.#state = 'whole';
    await this.#context.setOffline(false);
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
