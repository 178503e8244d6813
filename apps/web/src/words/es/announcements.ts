import type { AppWords } from '../words.ts';

export const announcements: AppWords['announcements'] = {
  failingKept:
    'No guardado. El servidor no puede escribir. Tus palabras están guardadas en este dispositivo.',
  failing: 'No guardado. El servidor no puede escribir. No cierres esta página.',
  unkept: 'No guardado. No cierres esta página hasta que vuelva la conexión.',
  connected: 'Conectado.',
  notConnected: 'Sin conexión. Tus palabras están guardadas en este dispositivo.',
  disconnected: 'Desconectado. Tus palabras están guardadas en este dispositivo.',
};
