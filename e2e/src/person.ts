import {
  expect,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';

import { Line } from './line.ts';
import { selectWords } from './select-words.ts';

/** What the page looks like to TipTap: the text's element knows its editor. */
interface EditorElement extends HTMLElement {
  readonly editor: {
    getJSON(): unknown;
    getHTML(): string;
    getText(options: { blockSeparator: string }): string;
    readonly view: { readonly input: { readonly lastFocus: number } };
    readonly state: {
      readonly selection: { readonly from: number; readonly to: number };
      readonly doc: { textBetween(from: number, to: number, blockSeparator: string): string };
    };
  };
}

/** Where the web app keeps who one is. */
const GUEST_KEY = 'indelible:guest';

/** Where it keeps that the formatting buttons are always to be seen, as most tests want them. */
const TOOLBAR_KEY = 'indelible:toolbar';

/** Somebody with a browser of their own. */
export class Person {
  readonly name: string;
  readonly page: Page;
  readonly line: Line;
  /** Errors nobody caught, and what the page was forbidden to do. */
  readonly troubles: string[];
  readonly #context: BrowserContext;

  private constructor(
    name: string,
    context: BrowserContext,
    page: Page,
    line: Line,
    troubles: string[],
  ) {
    this.name = name;
    this.page = page;
    this.line = line;
    this.troubles = troubles;
    this.#context = context;
  }

  /** A new browser profile in which somebody has already said who they are. */
  static async arrive(browser: Browser, name: string, color: string): Promise<Person> {
    return Person.in(await browser.newContext(), name, color);
  }

  /** The same in a browser that was started for them alone. */
  static async in(context: BrowserContext, name: string, color: string): Promise<Person> {
    const line = await Line.of(context);
    const guest = JSON.stringify({ id: name.toLowerCase(), name, color });
    await context.addInitScript(
      ([key, value, toolbar]) => {
        // An empty page, as a tab begins, or the browser's own about an error may not keep anything.
        // Nor may a frame of another host.
        if (!location.protocol.startsWith('http') || window !== window.top) return;
        if (localStorage.getItem(key) !== null) return;
        localStorage.setItem(key, value);
        localStorage.setItem(toolbar, 'above');
      },
      [GUEST_KEY, guest, TOOLBAR_KEY] as const,
    );
    const troubles: string[] = [];
    context.on('weberror', (error) => troubles.push(error.error().message));
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) troubles.push(message.text());
    });
    return new Person(name, context, await context.newPage(), line, troubles);
  }

  /** The same person in one more tab. */
  async anotherTab(): Promise<Person> {
    const page = await this.#context.newPage();
    return new Person(this.name, this.#context, page, this.line, this.troubles);
  }

  /** The same in a tab that can lose its line alone. */
  async tabWithItsOwnLine(): Promise<Person> {
    const page = await this.#context.newPage();
    return new Person(this.name, this.#context, page, await Line.ofTab(page), this.troubles);
  }

  /** Opens an address and waits until there is a page to write on. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.content).toBeVisible();
    // Not `toBeEditable`, which takes a text box for editable whatever this says.
    await expect(this.content).toHaveAttribute('contenteditable', 'true');
  }

  /** The text one writes in. */
  get content(): Locator {
    return this.page.getByRole('textbox', { name: 'Document' });
  }

  get title(): Locator {
    return this.page.getByRole('textbox', { name: 'Title' });
  }

  /** The state of the line; its attribute is what tests compare, its words what people read. */
  get connection(): Locator {
    return this.page.locator('[data-connection]');
  }

  /** The state of one's own work. */
  get save(): Locator {
    return this.page.locator('[data-save]');
  }

  /** Types where the caret is; at first that is the beginning. */
  async type(text: string): Promise<void> {
    await this.content.pressSequentially(text);
  }

  /** Writes something all at once, as input methods do; it is then also one step of the history. */
  async insert(text: string): Promise<void> {
    await this.content.focus();
    await this.page.keyboard.insertText(text);
  }

  /** Loses the line and writes at the end, until the page says that it keeps this. */
  async writeOffline(words: string): Promise<void> {
    await this.line.cut();
    await this.press('Control+End');
    await this.insert(words);
    await this.keptHere();
  }

  async press(...keys: readonly string[]): Promise<void> {
    await this.content.focus();
    // ProseMirror brings its own selection back a moment after it has got the focus, also from a menu that closes.
    await this.#focusedSince(60);
    for (const key of keys) {
      // For a fifth of a second it puts back a caret that goes to the very beginning, where browsers put it wrongly.
      if (key.includes('Home')) await this.#focusedSince(200);
      await this.content.press(key);
      if (/Arrow|Home|End/.test(key)) await this.#caretTold();
    }
  }

  /** Waits until the text has had the focus for so many milliseconds. */
  async #focusedSince(duration: number): Promise<void> {
    const since = (text: HTMLElement | SVGElement): number =>
      Date.now() - (text as EditorElement).editor.view.input.lastFocus;
    await expect.poll(() => this.content.evaluate(since)).toBeGreaterThan(duration);
  }

  /** Browsers tell where a key has brought the caret with the next frame; no finger is faster than that. */
  #caretTold(): Promise<void> {
    return this.page.evaluate(
      () =>
        new Promise((told) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(told))),
        ),
    );
  }

  /** The document as the editor has it, without what is only drawn, such as carets. */
  json(): Promise<unknown> {
    return this.content.evaluate((element) => (element as EditorElement).editor.getJSON());
  }

  /** The words of the document, a line for each block. */
  text(): Promise<string> {
    return this.content.evaluate((element) =>
      (element as EditorElement).editor.getText({ blockSeparator: '\n' }),
    );
  }

  /** The document with its formatting, as it would be copied to elsewhere. */
  html(): Promise<string> {
    return this.content.evaluate((element) => (element as EditorElement).editor.getHTML());
  }

  /** Selects the first place in one block where these words are. */
  async select(words: string): Promise<void> {
    await expect
      .poll(async () => {
        // Again each time: a menu that has just closed may still give back the focus.
        await this.content.focus();
        // Others' words may be on their way.
        return (await this.content.evaluate(selectWords, words)) ? this.selected() : null;
      })
      .toBe(words);
  }

  /** Puts the caret right behind the first place where these words are. */
  async goBehind(words: string): Promise<void> {
    await this.select(words);
    await this.press('ArrowRight');
    await expect.poll(() => this.selected()).toBe('');
  }

  /** Puts the caret right before the first place where these words are. */
  async goBefore(words: string): Promise<void> {
    await this.select(words);
    await this.press('ArrowLeft');
    await expect.poll(() => this.selected()).toBe('');
  }

  /** The words that are selected, a line for each block. */
  selected(): Promise<string> {
    return this.content.evaluate((element) => {
      const { selection, doc } = (element as EditorElement).editor.state;
      return doc.textBetween(selection.from, selection.to, '\n');
    });
  }

  /** The words before one's own caret, a line for each block. */
  beforeCaret(): Promise<string> {
    return this.content.evaluate((element) => {
      const { selection, doc } = (element as EditorElement).editor.state;
      return doc.textBetween(0, selection.from, '\n');
    });
  }

  async connected(): Promise<void> {
    await expect(this.connection).toHaveAttribute('data-connection', 'connected');
  }

  /** Waits until the page says that everything is on the server's disk. */
  async saved(): Promise<void> {
    await expect(this.save).toHaveAttribute('data-save', 'saved');
  }

  /** Waits until the page says that it keeps on this device what the server doesn't have. */
  async keptHere(): Promise<void> {
    await expect(this.save).toHaveAttribute('data-save', 'offline');
  }

  /** The names at the carets of others, sorted. */
  async carets(): Promise<string[]> {
    const names = await this.content
      .locator('.ed-caret')
      .evaluateAll((carets) => carets.map((caret) => (caret as HTMLElement).dataset['name'] ?? ''));
    return names.sort();
  }

  /** The words of the block in which somebody's caret is drawn, up to the caret; null if none is. */
  beforeCaretOf(name: string): Promise<string | null> {
    return this.content.evaluate((content, wanted) => {
      const carets = Array.from(content.querySelectorAll<HTMLElement>('.ed-caret'));
      const caret = carets.find(({ dataset }) => dataset['name'] === wanted);
      const block = caret?.closest('p, h1, h2, h3, li, pre');
      if (caret === undefined || !block) return null;
      const before = document.createRange();
      before.setStart(block, 0);
      before.setEndBefore(caret);
      return before.toString();
    }, name);
  }

  /** What others have selected. */
  async othersSelections(): Promise<string[]> {
    return this.content.locator('.ed-others-selection').allTextContents();
  }

  /** The avatars in the bar, one's own first. */
  get people(): Locator {
    return this.page.getByRole('list', { name: 'People here' }).getByRole('listitem');
  }

  /** Has to be called before a page is opened whose clock is to be stopped later. */
  async bringClock(): Promise<void> {
    await this.page.clock.install();
  }

  /** From now on no timer of the page fires. */
  async stopClock(): Promise<void> {
    // Somewhat in the future, because going back is impossible.
    await this.page.clock.pauseAt(await this.page.evaluate(() => Date.now() + 1000));
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
