import type { EditorWords } from '../words.ts';

export const together: EditorWords['together'] = {
  goTo: 'Ir adonde escribe',
  follow: 'Seguir',
  stop: 'Dejar de seguir',
  following: (name) => `Sigues a ${name}`,
  stopped: (name) => `Ya no sigues a ${name}`,
  followYou: (names, count) => (count === 1 ? `${names} te sigue` : `${names} te siguen`),
  changed: (name, count) =>
    count === 1 ? `${name} cambió 1 párrafo.` : `${name} cambió ${count} párrafos.`,
  othersChanged: (count) =>
    count === 1 ? '1 persona más hizo cambios.' : `${count} personas más hicieron cambios.`,
  isTyping: (name) => `${name} está escribiendo.`,
  areTyping: (count) => `${count} personas están escribiendo.`,
};
