import * as Y from 'yjs';

/** Words of a made-up language, so that no text has to be kept for it. */
const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'su', 'ta', 'vo', 'ne', 'pi', 'dar', 'el', 'on'];
const WORDS_PER_SECTION = 400;

/** Numbers that look random and are the same in every run (mulberry32, from 0 to 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Fills a document with headings, paragraphs, lists, quotes, code and a table here and there.
 *
 * @param words how many, about.
 */
export function writeLong(doc: Y.Doc, words: number): void {
  const next = numbers(words);
  const write = new Writing(next);
  doc.transact(() => {
    const content = doc.getXmlFragment('content');
    const blocks: Y.XmlElement[] = [];
    while (write.words < words) blocks.push(...write.section());
    content.delete(0, content.length);
    content.insert(0, blocks);
  });
}

class Writing {
  readonly #next: () => number;
  #words = 0;
  #sections = 0;

  constructor(next: () => number) {
    this.#next = next;
  }

  get words(): number {
    return this.#words;
  }

  section(): Y.XmlElement[] {
    const end = this.#words + WORDS_PER_SECTION;
    this.#sections += 1;
    const level = this.#sections % 5 === 1 ? 2 : 3;
    const blocks = [element('heading', [this.#text(4)], { level })];
    while (this.#words < end) blocks.push(this.#block());
    if (this.#sections % 6 === 0) blocks.push(this.#table());
    return blocks;
  }

  #block(): Y.XmlElement {
    const kind = this.#next();
    if (kind < 0.75) return this.#paragraph(40 + Math.floor(this.#next() * 80));
    if (kind < 0.9) return this.#list();
    if (kind < 0.97) return element('blockquote', [this.#paragraph(30)]);
    return element('codeBlock', [this.#text(30)], { language: 'javascript' });
  }

  #list(): Y.XmlElement {
    const items = Array.from({ length: 4 }, () => element('listItem', [this.#paragraph(10)]));
    return element('bulletList', items);
  }

  #table(): Y.XmlElement {
    const cells = (): Y.XmlElement[] =>
      Array.from({ length: 4 }, () => element('tableCell', [this.#paragraph(3)]));
    return element(
      'table',
      Array.from({ length: 5 }, () => element('tableRow', cells())),
    );
  }

  #paragraph(words: number): Y.XmlElement {
    return element('paragraph', [this.#text(words)]);
  }

  #text(words: number): Y.XmlText {
    this.#words += words;
    const text = Array.from({ length: words }, () => this.#word()).join(' ');
    const from = Math.floor(text.length / 3);
    const delta = [
      { insert: text.slice(0, from) },
      { insert: text.slice(from, from + 9), attributes: words > 20 ? { bold: {} } : {} },
      { insert: text.slice(from + 9) },
    ];
    const made = new Y.XmlText();
    made.applyDelta(delta);
    return made;
  }

  #word(): string {
    const count = 1 + Math.floor(this.#next() * 3);
    const syllable = (): string => SYLLABLES[Math.floor(this.#next() * SYLLABLES.length)] ?? '';
    return Array.from({ length: count }, syllable).join('');
  }
}

function element(
  name: string,
  children: (Y.XmlElement | Y.XmlText)[],
  attributes: Readonly<Record<string, unknown>> = {},
): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}
