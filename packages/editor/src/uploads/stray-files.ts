/**
 * Takes files that are dropped beside the text. Without that the browser would open them, in place of the document.
 *
 * @param take is told whether Shift was held.
 */
export function takeStrayFiles(
  take: (files: readonly File[], attach: boolean) => void,
  signal: AbortSignal,
): void {
  const bringsFiles = ({ dataTransfer, defaultPrevented }: DragEvent): boolean =>
    !defaultPrevented && dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent): void => {
    if (bringsFiles(event)) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    take(Array.from(event.dataTransfer?.files ?? []), event.shiftKey);
  };
  addEventListener('dragover', over, { signal });
  addEventListener('drop', drop, { signal });
}
