/** Whether there is text beside the files in the clipboard, so that the files are only another view of it. */
export function hasText(data: Pick<DataTransfer, 'getData'>): boolean {
  if (data.getData('text/plain').trim() !== '') return true;
  const html = data.getData('text/html');
  if (html === '') return false;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.textContent.trim() !== '' || body.querySelector('table') !== null;
}
