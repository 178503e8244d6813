import type { EditorWords } from '../words.ts';

export const together: EditorWords['together'] = {
  goTo: 'Dorthin, wo geschrieben wird',
  follow: 'Folgen',
  stop: 'Nicht mehr folgen',
  following: (name) => `Du folgst ${name}`,
  stopped: (name) => `Du folgst ${name} nicht mehr`,
  followYou: (names, count) => (count === 1 ? `${names} folgt dir` : `${names} folgen dir`),
  changed: (name, count) =>
    count === 1 ? `${name} hat 1 Absatz geändert.` : `${name} hat ${count} Absätze geändert.`,
  othersChanged: (count) =>
    count === 1 ? '1 weitere Person hat etwas geändert.' : `${count} weitere haben etwas geändert.`,
  isTyping: (name) => `${name} schreibt gerade.`,
  areTyping: (count) => `${count} schreiben gerade.`,
};
