/** The link to a document. */
export const share = {
  label: 'Share',
  anyone: 'Anyone with the link can write.',
  advice: 'Give it only to those who should.',
  link: 'Link to this document',
  copy: 'Copy link',
  copied: 'Copied',
  announced: 'Link copied',
};
