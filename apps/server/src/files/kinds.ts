/** What the server does with a file, by the ending that it gives it. */
interface Kind {
  readonly type: string;
  /** Shown on the page; anything else is only ever downloaded. */
  readonly shown: 'image' | 'video' | null;
}

const image = (type: string): Kind => ({ type, shown: 'image' });
const video = (type: string): Kind => ({ type, shown: 'video' });

/** Whatever is not among the kinds that are shown. */
export const OTHER = 'bin';

/** The only endings that files have on disk. Pictures come out of our own encoder. */
const kinds: Readonly<Record<string, Kind>> = {
  jpg: image('image/jpeg'),
  png: image('image/png'),
  gif: image('image/gif'),
  webp: image('image/webp'),
  mp4: video('video/mp4'),
  mov: video('video/quicktime'),
  webm: video('video/webm'),
  ogv: video('video/ogg'),
  [OTHER]: { type: 'application/octet-stream', shown: null },
};

/** Null for an ending that no file of ours has. */
export const kindOf = (ending: string): Kind | null =>
  Object.hasOwn(kinds, ending) ? (kinds[ending] ?? null) : null;
