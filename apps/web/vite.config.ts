import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

import { chunkGroups } from './build/chunks.ts';

const SERVER = 'http://localhost:1234';

/** What the server answers itself and no stored page may stand in for. */
const SERVED = [/^\/api\//, /^\/sync\//, /^\/files\//, /^\/healthz/, /^\/readyz/, /^\/metrics/];

const keptOnDevice = VitePWA({
  registerType: 'autoUpdate',
  // The page registers it itself: the plugin's own script reloads pages that somebody may be typing in.
  injectRegister: false,
  manifest: {
    name: 'Indelible',
    short_name: 'Indelible',
    description: 'A place to write together.',
    start_url: '/',
    display: 'standalone',
    theme_color: '#faf8f4',
    background_color: '#faf8f4',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  includeManifestIcons: false,
  workbox: {
    skipWaiting: true,
    clientsClaim: true,
    // Other scripts' letters are fetched when a document needs them and kept from then on.
    globPatterns: ['**/*.{js,css,html,svg}', 'assets/*-latin-wght-*.woff2', 'assets/KaTeX_*.woff2'],
    // The names of emoji in four languages: fetched, and kept, when somebody looks for one.
    globIgnores: ['assets/compact-*.js', 'assets/github-*.js'],
    runtimeCaching: [
      {
        urlPattern: /\/assets\/(?:compact|github)-[^/]+\.js$/,
        handler: 'CacheFirst',
        options: { cacheName: 'emoji', expiration: { maxEntries: 8 } },
      },
      {
        urlPattern: /\/assets\/[^/]+\.woff2$/,
        handler: 'CacheFirst',
        options: { cacheName: 'fonts', expiration: { maxEntries: 40 } },
      },
      {
        // Pictures of visited documents, so that they are there without the server; they never change.
        urlPattern: /\/files\/[0-9a-f]{64}\.(?:gif|jpg|png|webp)/,
        handler: 'CacheFirst',
        options: {
          cacheName: 'pictures',
          expiration: { maxEntries: 400, purgeOnQuotaError: true },
        },
      },
    ],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: SERVED,
    dontCacheBustURLsMatching: /^assets\//,
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
});

/** Leaves a compressed copy beside each file, which the server sends as it is. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle: ({ dir = '' }, bundle) => {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    for (const name of Object.keys(bundle)) {
      if (!/\.(?:js|css|svg)$/.test(name)) continue;
      const file = join(dir, name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, quality));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

/** Every browser we build for knows the smallest of the three kinds in which KaTeX brings its fonts. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code, id) =>
    /katex.*\.css/.test(id)
      ? code.replaceAll(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/g, '')
      : null,
};

export default defineConfig({
  plugins: [tailwindcss(), onlyWoff2, compressed, keptOnDevice],
  resolve: {
    dedupe: ['yjs', 'lib0', 'y-protocols', 'preact'],
    // React's interface, run by a sixth of its bytes: they are fetched before the first word shows.
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      { find: 'react/jsx-dev-runtime', replacement: 'preact/jsx-dev-runtime' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
  },
  // light-dark() and oklch() as they are: every evergreen browser since the middle of 2024 has them.
  build: {
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'],
    // The content security policy knows no fonts inside of style sheets.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups() } } },
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/files': SERVER,
      '/healthz': SERVER,
      '/sync': { target: SERVER, ws: true },
    },
  },
});
