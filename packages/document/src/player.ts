/** A page of another host that may be shown in a frame when its reader asks for it. */
export interface Player {
  /** What people call the host. */
  readonly name: string;
  /** What the frame loads; always of one of `playerOrigins`. */
  readonly address: string;
  /** Width by height; null for those that are as high as they are. */
  readonly shape: 'film' | 'strip' | 'board';
}

interface Host {
  readonly name: string;
  readonly hosts: readonly string[];
  /** Of the frame. */
  readonly origin: string;
  readonly shape: Player['shape'];
  /** The frame's path and query; null if the address is of something that can't be played. */
  readonly path: (url: URL) => string | null;
}

const first = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[1] ?? null;

const youTube: Host = {
  name: 'YouTube',
  hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  origin: 'https://www.youtube-nocookie.com',
  shape: 'film',
  path: (url) => {
    const id = url.hostname.endsWith('youtu.be')
      ? first(url.pathname, /^\/([\w-]{6,20})\/?$/)
      : (first(url.pathname, /^\/(?:embed|shorts|live|v)\/([\w-]{6,20})\/?$/) ??
        (url.pathname === '/watch'
          ? first(url.searchParams.get('v') ?? '', /^([\w-]{6,20})$/)
          : null));
    if (id === null) return null;
    const start = seconds(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '');
    return `/embed/${id}${start > 0 ? `?start=${start}` : ''}`;
  },
};

const vimeo: Host = {
  name: 'Vimeo',
  hosts: ['vimeo.com'],
  origin: 'https://player.vimeo.com',
  shape: 'film',
  path: ({ pathname, searchParams }) => {
    const [, id, hash] =
      /^\/(?:video\/|channels\/[\w-]+\/)?(\d{4,12})(?:\/([0-9a-f]{6,16}))?\/?$/.exec(pathname) ??
      [];
    if (id === undefined) return null;
    const secret = hash ?? first(searchParams.get('h') ?? '', /^([0-9a-f]{6,16})$/);
    return `/video/${id}?dnt=1${secret === null ? '' : `&h=${secret}`}`;
  },
};

const loom: Host = {
  name: 'Loom',
  hosts: ['loom.com'],
  origin: 'https://www.loom.com',
  shape: 'film',
  path: ({ pathname }) => {
    const id = first(pathname, /^\/(?:share|embed)\/([0-9a-f]{32})\/?$/);
    return id && `/embed/${id}`;
  },
};

const spotify: Host = {
  name: 'Spotify',
  hosts: ['open.spotify.com'],
  origin: 'https://open.spotify.com',
  shape: 'strip',
  path: ({ pathname }) => {
    const what = first(
      pathname,
      /^\/(?:intl-\w+\/|embed\/)?((?:track|album|playlist|episode|show)\/[0-9A-Za-z]{22})\/?$/,
    );
    return what && `/embed/${what}`;
  },
};

const figma: Host = {
  name: 'Figma',
  hosts: ['figma.com'],
  origin: 'https://www.figma.com',
  shape: 'board',
  path: ({ pathname, searchParams }) => {
    if (!/^\/(?:file|design|proto|board)\/[0-9A-Za-z]{10,}(?:\/[^/]*)?\/?$/.test(pathname))
      return null;
    const url = new URL(pathname, 'https://www.figma.com');
    const node = searchParams.get('node-id');
    if (node !== null) url.searchParams.set('node-id', node);
    return `/embed?${new URLSearchParams({ embed_host: 'indelible', url: url.href })}`;
  },
};

const codePen: Host = {
  name: 'CodePen',
  hosts: ['codepen.io'],
  origin: 'https://codepen.io',
  shape: 'board',
  path: ({ pathname }) => {
    const [, user, id] = /^\/([\w-]+)\/(?:pen|embed)\/([A-Za-z0-9]+)\/?$/.exec(pathname) ?? [];
    return user === undefined || id === undefined
      ? null
      : `/${user}/embed/${id}?default-tab=result`;
  },
};

const known: readonly Host[] = [youTube, vimeo, loom, spotify, figma, codePen];

/** The only origins from which frames may be loaded. */
export const playerOrigins: readonly string[] = known.map(({ origin }) => origin);

/**
 * How the page at this address is played, if it is of a host that we know. Everything in the frame's address is
 * made here of the few parts that are understood.
 */
export function playerOf(value: unknown): Player | null {
  const url = toEmbed(value);
  if (url === null) return null;
  const host = known.find(({ hosts }) =>
    hosts.some((name) => url.hostname === name || url.hostname.endsWith(`.${name}`)),
  );
  const path = host?.path(url) ?? null;
  return host === undefined || path === null
    ? null
    : { name: host.name, address: host.origin + path, shape: host.shape };
}

/** The address as one that may be embedded: https, with a host, without a password; null if it is none. */
export function toEmbed(value: unknown): URL | null {
  if (typeof value !== 'string') return null;
  const url = URL.parse(value.trim());
  const isSafe = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isSafe ? url : null;
}

/** `90`, `90s`, `1m30s`, `1h2m3s`. */
function seconds(text: string): number {
  const [, hours, minutes, rest] =
    /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text) ?? [];
  return Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}
