import type sharp from 'sharp';
import type { Sharp } from 'sharp';

import { UploadRefused } from './refusal.ts';
import type { PictureEnding } from './sniff.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of all frames together: what a few bytes may unfold to. */
const MOST_PIXELS = 100_000_000;
/** Pixels of one side; more shows nothing more, and formats end somewhere above it. */
const LONGEST_SIDE = 8_192;
/** Drawings have no pixels of their own: the longer side gets this many, or twice what it says. */
const DRAWING_SIDE = 2_048;
const DOTS_PER_INCH = 72;
/** Seconds. */
const LONGEST_ENCODING = 60;

/** Readers that are needed; all others (documents, raw formats, whatever a system brings) stay shut. */
const READERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff', 'Svg'];

type Encoder = typeof sharp;
let loading: Promise<Encoder> | null = null;

/**
 * Encodes a picture anew: what is not the picture itself (where it was taken, by which camera, what was
 * hidden behind it) is left out, the side that was up is up, and only what was moving moves.
 *
 * @throws {UploadRefused} if it can't be read, or is too large to be.
 */
export async function encodePicture(from: string, to: string, as: PictureEnding): Promise<Size> {
  const load = await encoder();
  try {
    const options = { limitInputPixels: MOST_PIXELS, animated: true, failOn: 'error' } as const;
    const { format, width, height, pages = 1 } = await load(from, options).metadata();
    const density = format === 'svg' ? densityOf(width, height) : DOTS_PER_INCH;
    const picture = load(from, { ...options, density }).timeout({ seconds: LONGEST_ENCODING });
    const drawn = pages > 1 ? picture : fitted(picture.autoOrient());
    const result = await encoded(drawn, as).toFile(to);
    return { width: result.width, height: result.pageHeight ?? result.height };
  } catch (error) {
    throw refusalFor(error);
  }
}

const fitted = (picture: Sharp): Sharp =>
  picture.resize({
    width: LONGEST_SIDE,
    height: LONGEST_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  });

function encoded(picture: Sharp, as: PictureEnding): Sharp {
  if (as === 'jpg') return picture.jpeg({ quality: 88 });
  if (as === 'webp') return picture.webp({ quality: 88 });
  return as === 'gif' ? picture.gif() : picture.png();
}

function densityOf(width: number, height: number): number {
  const longest = Math.max(width, height, 1);
  const times = Math.min(2, DRAWING_SIDE / longest);
  return Math.max(1, DOTS_PER_INCH * times);
}

/** Fetched with the first picture: whoever never uploads one does not load it, nor needs to have it. */
function encoder(): Promise<Encoder> {
  loading ??= import('sharp').then(
    ({ default: loaded }) => {
      loaded.cache(false);
      loaded.block({ operation: ['VipsForeignLoad'] });
      loaded.unblock({ operation: READERS.map((reader) => `VipsForeignLoad${reader}`) });
      return loaded;
    },
    (error: unknown) => {
      loading = null;
      throw new UploadRefused('no encoder', error);
    },
  );
  return loading;
}

function refusalFor(error: unknown): unknown {
  if (!(error instanceof Error) || isFull(error)) return error;
  const isTooLarge = /pixel limit|timeout/i.test(error.message);
  return new UploadRefused(isTooLarge ? 'too many pixels' : 'unreadable picture', error);
}

/** The encoder says so only in words. */
const isFull = ({ message }: Error): boolean => /no space left/i.test(message);
