import { Fragment, type Node } from '@tiptap/pm/model';

import { schema } from '../schema/schema.ts';

/** A picture that came inside of what was read, and belongs to no server yet. */
export interface FoundPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly type: string;
}

/** What a `data:` address was: a picture, what nobody would miss, or nothing that browsers draw. */
type KeptData =
  | { readonly kind: 'picture'; readonly standIn: string }
  | { readonly kind: 'spacer' | 'none' };

/** Stands for the picture until it has an address; no such host can exist. */
const STAND_IN = 'https://picture.invalid/';

/** Several files can be read at once, and nothing that was copied elsewhere may be taken for one of them. */
const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** Bytes of `data:` pictures that only keep a place for what a page loads later, or count its readers. */
const SPACER_BYTES = { drawing: 500, photo: 120 };

/** The pictures inside of one file, or of what was pasted, by the addresses that stand for them. */
export class FoundPictures {
  readonly #pictures = new Map<string, FoundPicture>();

  /** Keeps a picture. @returns what stands for it; null if it is none that browsers draw. */
  keep(bytes: Uint8Array, name: string): string | null {
    const type = typeOf(bytes);
    if (type === null) return null;
    const address = `${STAND_IN}${newId()}`;
    this.#pictures.set(address, { bytes: new Uint8Array(bytes), name: nameFor(name, type), type });
    return address;
  }

  /** The same of a `data:` address. */
  keepData(src: string): KeptData {
    const bytes = bytesOf(src);
    if (bytes === null) return { kind: 'none' };
    const kind = typeOf(bytes) === 'image/svg+xml' ? 'drawing' : 'photo';
    if (bytes.length < SPACER_BYTES[kind]) return { kind: 'spacer' };
    const standIn = this.keep(bytes, '');
    return standIn === null ? { kind: 'none' } : { kind: 'picture', standIn };
  }

  /** The picture that this address stands for. */
  of(src: unknown): FoundPicture | null {
    return typeof src === 'string' ? (this.#pictures.get(src) ?? null) : null;
  }

  /** All of them. */
  all(): ReadonlyMap<string, FoundPicture> {
    return this.#pictures;
  }

  /** Gives the pictures their addresses; those without one go, and leave their captions as lines. */
  settle(content: Node, addresses: ReadonlyMap<string, string>): Node {
    const children = content.children.flatMap((child) => this.#put(child, addresses));
    // A document and a cell are never without a line.
    if (children.length === 0) children.push(schema.node('paragraph'));
    return content.copy(Fragment.fromArray(children));
  }

  #put(node: Node, addresses: ReadonlyMap<string, string>): Node[] {
    const src: unknown = node.attrs['src'];
    if (typeof src !== 'string' || this.of(src) === null)
      return [node.isTextblock || node.isLeaf ? node : this.settle(node, addresses)];
    const address = addresses.get(src);
    if (address !== undefined)
      return [node.type.create({ ...node.attrs, src: address }, node.content, node.marks)];
    return node.childCount === 0 ? [] : [schema.node('paragraph', null, node.content)];
  }
}

function bytesOf(src: string): Uint8Array | null {
  const [, base64, text = ''] = /^data:image\/[^,]*?(;base64)?,([\s\S]*)$/i.exec(src) ?? [];
  try {
    if (base64 === undefined) return new TextEncoder().encode(decodeURIComponent(text));
    return Uint8Array.from(atob(text.replaceAll(/\s/g, '')), (byte) => byte.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}

const SIGNS: readonly (readonly [type: string, sign: RegExp])[] = [
  ['image/png', /^\x89PNG/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF....WEBP/s],
  ['image/tiff', /^(?:II\*\0|MM\0\*)/],
  ['image/avif', /^....ftypavi[fs]/s],
  ['image/svg+xml', /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/],
];

/** What its first bytes say it is. Word also keeps drawings of Windows, which no browser knows. */
function typeOf(bytes: Uint8Array): string | null {
  const start = String.fromCodePoint(...bytes.subarray(0, 200));
  return SIGNS.find(([, sign]) => sign.test(start))?.[0] ?? null;
}

const nameFor = (name: string, type: string): string =>
  name === ''
    ? `picture.${type.slice('image/'.length).replace('jpeg', 'jpg').replace('svg+xml', 'svg')}`
    : name;
