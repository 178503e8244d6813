import type { EditorWords } from '../words.ts';

export const alone: EditorWords['alone'] = {
  leave: 'Mostrar todo de nuevo',
  entered: 'Solo se ve la página. Pulsa Escape para mostrar todo de nuevo.',
};
