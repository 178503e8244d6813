import type { EditorWords } from '../words.ts';

/** What blocks say of themselves. */
export const blocks: EditorWords['blocks'] = {
  callout: {
    label: 'Tipo de aviso',
    kinds: { note: 'Nota', tip: 'Consejo', warning: 'Advertencia', danger: 'Peligro' },
  },
  toggle: {
    open: (line: string) => `Desplegar: ${line || 'sección'}`,
    close: (line: string) => `Plegar: ${line || 'sección'}`,
  },
  code: {
    language: 'Lenguaje',
    plain: 'Texto sin formato',
    wrap: 'Ajustar líneas largas',
    copy: 'Copiar código',
    copied: 'Copiado',
    notCopied: 'El navegador no ha permitido copiarlo',
  },
  math: {
    formula: 'Fórmula',
    inline: 'Fórmula en la línea',
    block: 'Fórmula en línea aparte',
    latex: 'Fórmula en LaTeX',
    insert: 'Insertar',
    change: 'Cambiar',
    remove: 'Quitar',
    empty: 'Fórmula vacía',
    preview: 'Vista previa',
    wrong: (near: string) =>
      near === ''
        ? 'Todavía no se entiende: falta algo al final'
        : `Todavía no se entiende, cerca de «${near}»`,
  },
  contents: {
    label: 'Índice',
    none: 'Aquí aparecen los títulos de este documento.',
  },
};
