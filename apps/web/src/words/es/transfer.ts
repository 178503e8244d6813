import type { AppWords } from '../words.ts';

export const transfer: AppWords['transfer'] = {
  exportAs: 'Exportar',
  exportTo: (format) => `Exportar: ${format}`,
  markdown: 'Markdown',
  html: 'Página web (HTML)',
  docx: 'Word (DOCX)',
  print: 'Imprimir o guardar como PDF',
  copyMarkdown: 'Copiar como Markdown',
  importFile: 'Importar archivos como documentos nuevos…',
  importShort: 'Importar',
  exported: 'Exportado.',
  imported: 'Importado.',
  copied: 'Copiado.',
  pasted: 'Pegado.',
  inserted: (names: readonly string[]) =>
    names.length === 1
      ? `Se ha insertado el contenido de «${names[0]}».`
      : `Se ha insertado el contenido de ${names.length} archivos.`,
  attachInstead: 'Adjuntar en su lugar',
  changed: (n: number) =>
    n === 1 ? '1 cosa no se pudo llevar tal cual.' : `${n} cosas no se pudieron llevar tal cual.`,
  show: 'Mostrar',
  reportTitle: 'Lo que no se pudo llevar tal cual',
  close: 'Cerrar',
  example: (words: string) => `«${words}»`,
  exportFailed: 'No se pudo exportar el documento',
  exportFailedDetail: 'Está intacto. Inténtalo de nuevo.',
  copyFailed: 'El navegador no permitió copiarlo',
  copyFailedDetail: 'Expórtalo como Markdown.',
  unreadable: (name: string) => `No se pudo leer «${name}»`,
  unreadableDetail:
    'Se pueden importar Markdown, texto, páginas web y documentos de Word (.docx) de hasta 20 MB.',
  importFailed: (name: string) => `No se pudo importar «${name}»`,
  importFailedDetail: 'El servidor no respondió. El archivo está intacto; inténtalo cuando vuelva.',
  losses: {
    emptyLine: (n: number) =>
      n === 1 ? 'Se omitió 1 línea vacía' : `Se omitieron ${n} líneas vacías`,
    listNumbering: (n: number) =>
      n === 1
        ? '1 lista se numera con cifras en vez de letras'
        : `${n} listas se numeran con cifras en vez de letras`,
    columnWidth: (n: number) =>
      n === 1
        ? '1 tabla perdió el ancho de sus columnas'
        : `${n} tablas perdieron el ancho de sus columnas`,
    tableAsHtml: (n: number) =>
      n === 1
        ? '1 tabla se escribió como HTML, porque Markdown no puede expresarla'
        : `${n} tablas se escribieron como HTML, porque Markdown no puede expresarlas`,
    blockAsHtml: (n: number) =>
      n === 1
        ? '1 archivo, vídeo o página incrustada se escribió como HTML'
        : `${n} archivos, vídeos o páginas incrustadas se escribieron como HTML`,
    styleAsHtml: (n: number) =>
      n === 1
        ? '1 color se escribió como HTML, que algunos programas no muestran'
        : `${n} colores se escribieron como HTML, que algunos programas no muestran`,
    inlineAsHtml: (n: number) =>
      n === 1
        ? '1 mención o fecha se escribió como HTML'
        : `${n} menciones o fechas se escribieron como HTML`,
    inlineAsText: (n: number) =>
      n === 1
        ? '1 mención o fecha pasó a ser texto'
        : `${n} menciones o fechas pasaron a ser texto`,
    pictureLinked: (n: number) =>
      n === 1
        ? '1 imagen está enlazada, no incluida'
        : `${n} imágenes están enlazadas, no incluidas`,
    picture: (n: number) =>
      n === 1 ? 'No se pudo llevar 1 imagen' : `No se pudieron llevar ${n} imágenes`,
    formula: (n: number) =>
      n === 1 ? '1 fórmula se escribió como texto' : `${n} fórmulas se escribieron como texto`,
    toggle: (n: number) =>
      n === 1 ? '1 desplegable se muestra abierto' : `${n} desplegables se muestran abiertos`,
    codeLanguage: (n: number) =>
      n === 1
        ? '1 bloque de código perdió su lenguaje'
        : `${n} bloques de código perdieron su lenguaje`,
    contents: (n: number) =>
      n === 1 ? '1 índice pasó a ser una lista' : `${n} índices pasaron a ser listas`,
    film: (n: number) =>
      n === 1 ? '1 vídeo solo está enlazado' : `${n} vídeos solo están enlazados`,
    embed: (n: number) =>
      n === 1
        ? '1 página incrustada se omitió o solo se enlazó'
        : `${n} páginas incrustadas se omitieron o solo se enlazaron`,
    file: (n: number) =>
      n === 1 ? '1 archivo solo está enlazado' : `${n} archivos solo están enlazados`,
    outOfPlace: (n: number) =>
      n === 1
        ? '1 bloque salió de su punto de lista, cita o aviso'
        : `${n} bloques salieron de sus puntos de lista, citas o avisos`,
    tableLook: (n: number) =>
      n === 1
        ? '1 tabla perdió alineaciones o encabezados laterales'
        : `${n} tablas perdieron alineaciones o encabezados laterales`,
    tooltip: (n: number) =>
      n === 1
        ? 'Se omitió 1 indicación en un enlace o una imagen'
        : `Se omitieron ${n} indicaciones en enlaces o imágenes`,
    unsafeAddress: (n: number) =>
      n === 1
        ? 'Se omitió 1 dirección que no es seguro abrir'
        : `Se omitieron ${n} direcciones que no es seguro abrir`,
    deepHeading: (n: number) =>
      n === 1
        ? '1 título por debajo del cuarto nivel subió a él'
        : `${n} títulos por debajo del cuarto nivel subieron a él`,
    comment: (n: number) => (n === 1 ? 'Se omitió 1 comentario' : `Se omitieron ${n} comentarios`),
    note: (n: number) => (n === 1 ? 'Se omitió 1 nota al pie' : `Se omitieron ${n} notas al pie`),
    trackedChange: (n: number) =>
      n === 1 ? 'Se aceptó 1 cambio registrado' : `Se aceptaron ${n} cambios registrados`,
    pageFurniture: (n: number) =>
      n === 1
        ? 'Se omitió 1 encabezado o pie de página'
        : `Se omitieron ${n} encabezados o pies de página`,
    drawing: (n: number) => (n === 1 ? 'Se omitió 1 dibujo' : `Se omitieron ${n} dibujos`),
    formControl: (n: number) =>
      n === 1 ? 'Se omitió 1 campo de formulario' : `Se omitieron ${n} campos de formulario`,
    frontMatter: (n: number) =>
      n === 1
        ? 'Se omitieron datos al principio del archivo'
        : `Se omitieron datos al principio de ${n} archivos`,
    unknown: (n: number) =>
      n === 1
        ? 'Se omitió 1 cosa desconocida aquí; se conservaron sus palabras'
        : `Se omitieron ${n} cosas desconocidas aquí; se conservaron sus palabras`,
  },
};
