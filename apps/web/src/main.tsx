import '@fontsource-variable/literata/wght-italic.css';
import '@fontsource-variable/literata/wght.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { options } from 'preact';
import { createRoot } from 'react-dom/client';

import { followLanguageOfOtherTabs, speakFromTheStart } from './language/language.ts';
import { keepAppShell } from './offline/app-shell.ts';
import { keepUp } from './offline/keep-up.ts';
import { renewOnReturn } from './pages/go.ts';
import { Pages } from './pages/pages.tsx';
import { followOtherTabs } from './theme/theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    // Whether the server answers is found out by asking it; the browser's own guess is often wrong.
    queries: { networkMode: 'always', retry: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

// As React does after events: who listens in an effect is told of the key that comes next, however fast.
options.requestAnimationFrame = queueMicrotask;

keepAppShell();
renewOnReturn();
keepUp();
followOtherTabs();
followLanguageOfOtherTabs();
await speakFromTheStart();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <Pages />
  </QueryClientProvider>,
);
