import type { AppWords } from '../words.ts';

export const share: AppWords['share'] = {
  label: 'Compartir',
  anyone: 'Quien tenga el enlace puede escribir.',
  advice: 'Dáselo solo a quien deba hacerlo.',
  link: 'Enlace a este documento',
  copy: 'Copiar enlace',
  copied: 'Copiado',
  announced: 'Enlace copiado',
};
