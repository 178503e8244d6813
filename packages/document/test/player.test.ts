import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isOwnFile, sizeOfOwnFile } from '../src/own-file.ts';
import { playerOf, playerOrigins } from '../src/player.ts';
import { isSafeImageSource } from '../src/safe-url.ts';

const KEY = 'ab'.repeat(32);

describe('a page in a frame', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90',
    ],
    ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    [
      'https://m.youtube.com/shorts/dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    [
      'https://vimeo.com/76979871/abcdef0123',
      'https://player.vimeo.com/video/76979871?dnt=1&h=abcdef0123',
    ],
    [
      'https://open.spotify.com/intl-de/track/4cOdK2wGLETKBW3PvgPWqT?si=x',
      'https://open.spotify.com/embed/track/4cOdK2wGLETKBW3PvgPWqT',
    ],
    ['https://codepen.io/ada/pen/abcDEF', 'https://codepen.io/ada/embed/abcDEF?default-tab=result'],
  ])('of %s is %s', (src, address) => {
    expect(playerOf(src)?.address).toBe(address);
  });

  it.each([
    'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
    'https://user:secret@youtube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v="><script>',
    'https://www.youtube.com/',
    'https://vimeo.com/../../evil',
    'javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ',
    '//youtube.com/watch?v=dQw4w9WgXcQ',
    7,
    null,
  ])('is not made of %j', (src) => {
    expect(playerOf(src)).toBeNull();
  });

  it('is of one of the hosts that may be framed, whatever follows a known host’s name', () => {
    const hosts = [
      'youtube.com',
      'youtu.be',
      'vimeo.com',
      'loom.com',
      'open.spotify.com',
      'figma.com',
      'codepen.io',
    ];
    const pieces = fc.constantFrom(
      '/',
      '..',
      'watch',
      '?v=',
      'dQw4w9WgXcQ',
      'embed',
      '@evil.example',
      '#',
      '%2f',
      '\\',
      '123456',
      '&h=',
      'file',
      '\n',
    );
    const address = fc
      .tuple(
        fc.constantFrom(...hosts),
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 8 }),
      )
      .map(([host, rest]) => `https://${host}/${rest.join('')}`);
    fc.assert(
      fc.property(address, (src) => {
        const player = playerOf(src);
        if (player === null) return;
        expect(playerOrigins).toContain(new URL(player.address).origin);
        expect(player.address).not.toMatch(/[\s<>"'\\]/);
      }),
    );
  });
});

describe('the address of an uploaded file', () => {
  it('tells a picture’s size', () => {
    expect(sizeOfOwnFile(`/files/${KEY}.jpg/a%20b.jpg#640x480`)).toEqual({
      width: 640,
      height: 480,
    });
    expect(sizeOfOwnFile(`/files/${KEY}.jpg/a.jpg`)).toBeNull();
    expect(sizeOfOwnFile(`/files/${KEY}.jpg/a.jpg#0x480`)).toBeNull();
    expect(isSafeImageSource(`/files/${KEY}.jpg`)).toBe(true);
  });

  it.each([
    `/files/${KEY}.jpg/../../api`,
    `//files/${KEY}.jpg`,
    `/files/${KEY}`,
    `/files/${KEY.toUpperCase()}.jpg`,
    `/files/${KEY}.jpg/a?b`,
    `/files/${KEY}.jpg/a\\b`,
    `x/files/${KEY}.jpg`,
    '/api/v1/documents',
    '/files/../metrics',
  ])('is not %j', (src) => {
    expect(isOwnFile(src)).toBe(false);
    expect(isSafeImageSource(src)).toBe(false);
  });
});
