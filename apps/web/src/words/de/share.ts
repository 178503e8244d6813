import type { AppWords } from '../words.ts';

export const share: AppWords['share'] = {
  label: 'Teilen',
  anyone: 'Wer den Link hat, kann schreiben.',
  advice: 'Gib ihn nur an die weiter, die das sollen.',
  link: 'Link zu diesem Dokument',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  announced: 'Link kopiert',
};
