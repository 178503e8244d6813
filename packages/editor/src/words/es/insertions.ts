import type { EditorWords } from '../words.ts';

export const insertions: EditorWords['insertions'] = {
  paragraph: { label: 'Texto', aliases: 'párrafo' },
  heading: { label: (level) => `Título ${level}`, aliases: 'encabezado sección h' },
  bulletList: { label: 'Lista con viñetas', aliases: 'puntos' },
  orderedList: { label: 'Lista numerada', aliases: 'números ordenada' },
  taskList: { label: 'Lista de tareas', aliases: 'pendientes casillas' },
  blockquote: { label: 'Cita', aliases: 'citar' },
  codeBlock: { label: 'Bloque de código', aliases: 'fuente programa' },
  horizontalRule: { label: 'Separador', aliases: 'línea división' },
  table: { label: 'Tabla', aliases: 'cuadrícula filas columnas' },
  image: { label: 'Imagen', aliases: 'foto' },
  callout: { label: 'Aviso', aliases: 'nota consejo advertencia peligro recuadro info' },
  details: { label: 'Desplegable', aliases: 'plegar ocultar detalles acordeón' },
  file: { label: 'Archivo', aliases: 'adjunto subir documento pdf' },
  video: { label: 'Vídeo', aliases: 'película clip' },
  embed: { label: 'Contenido insertado', aliases: 'youtube vimeo figma reproductor web' },
  inlineMath: { label: 'Fórmula en la línea', aliases: 'matemáticas ecuación latex tex' },
  blockMath: { label: 'Fórmula', aliases: 'matemáticas ecuación latex tex' },
  tableOfContents: { label: 'Índice', aliases: 'contenido títulos tabla esquema toc' },
  mention: { label: 'Mencionar', aliases: 'persona gente página documento' },
  date: { label: 'Fecha', aliases: 'día calendario hoy mañana' },
};
