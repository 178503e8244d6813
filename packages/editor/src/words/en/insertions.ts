/** What can be put into a document: its name, and other words by which people look for it. */
export const insertions = {
  paragraph: { label: 'Text', aliases: 'plain paragraph' },
  heading: { label: (level: number) => `Heading ${level}`, aliases: 'title section h' },
  bulletList: { label: 'Bulleted list', aliases: 'unordered points' },
  orderedList: { label: 'Numbered list', aliases: 'ordered numbers' },
  taskList: { label: 'Task list', aliases: 'todo checkbox checklist' },
  blockquote: { label: 'Quote', aliases: 'citation' },
  codeBlock: { label: 'Code block', aliases: 'source program' },
  horizontalRule: { label: 'Divider', aliases: 'line rule separator' },
  table: { label: 'Table', aliases: 'grid rows columns' },
  image: { label: 'Image', aliases: 'picture photo' },
  callout: { label: 'Callout', aliases: 'note tip warning danger info box hint alert' },
  details: { label: 'Toggle', aliases: 'collapse fold details dropdown accordion' },
  file: { label: 'File', aliases: 'attachment upload document pdf' },
  video: { label: 'Video', aliases: 'film movie clip' },
  embed: { label: 'Embed', aliases: 'youtube vimeo figma player website' },
};
