import { strFromU8, unzipSync } from 'fflate';

/** Bytes of all parts together: more than any document of words has, less than what stops a page. */
const MAX_BYTES = 120_000_000;

/** Parts that are read; a picture is one. */
const MAX_PARTS = 2000;

const WANTED =
  /^word\/(?:document|numbering|styles|_rels\/document)\.xml(?:\.rels)?$|^word\/media\/[^/]+$/;

/** What is read of a Word file. */
export interface Archive {
  /** A part as XML; null if there is none. */
  readonly xml: (name: string) => Document | null;
  readonly bytes: (name: string) => Uint8Array | null;
}

/** The parts of a Word file; null if it is none, or would unpack to more than it should. */
export function openArchive(file: Uint8Array): Archive | null {
  let left = MAX_BYTES;
  let parts = 0;
  let isTooMuch = false;
  try {
    // What a part claims to be is all that is unpacked of it.
    const entries = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name)) return false;
        left -= originalSize;
        parts += 1;
        isTooMuch ||= left < 0 || parts > MAX_PARTS;
        return !isTooMuch;
      },
    });
    if (isTooMuch) return null;
    return {
      xml: (name) => parseXml(entries[name]),
      bytes: (name) => entries[name] ?? null,
    };
  } catch {
    // No archive, or a broken one.
    return null;
  }
}

function parseXml(bytes: Uint8Array | undefined): Document | null {
  if (bytes === undefined) return null;
  const text = strFromU8(bytes);
  // Word writes none, and entities could say more than the file holds.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return null;
  const document = new DOMParser().parseFromString(text, 'application/xml');
  return document.querySelector('parsererror') === null ? document : null;
}
