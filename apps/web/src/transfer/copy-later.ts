/** Puts text on the clipboard, also where the browser has none for pages that came without TLS. */
export async function copyLater(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

function copyByEvent(text: string): boolean {
  const write = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', write, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', write, { capture: true });
  }
}
