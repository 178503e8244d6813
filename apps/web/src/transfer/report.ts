import type { Loss } from '@indelible/document/files';
import type { CarriedIn } from '@indelible/editor';

import { notify, notifyFailure } from '../ui/notify.ts';
import { words } from '../words/words.ts';

/** Says in a line that something came over, and offers to show what did not. */
export async function report(done: string, losses: readonly Loss[]): Promise<void> {
  if (losses.length > 0) await tell(done, losses);
}

/** Says what was put into the text, what it lacks, and that files can be attached instead. */
export async function tellCarried({ files, losses, attach }: CarriedIn): Promise<void> {
  const { transfer } = words();
  const { joinLosses } = await import('@indelible/document/files');
  const done = files.length === 0 ? transfer.pasted : transfer.inserted(files);
  await tell(done, joinLosses(losses), attach);
}

async function tell(done: string, losses: readonly Loss[], attach?: () => void): Promise<void> {
  const { transfer } = words();
  const count = losses.reduce((sum, loss) => sum + loss.count, 0);
  await notify({
    id: 'transfer',
    text: count === 0 ? done : `${done} ${transfer.changed(count)}`,
    ...(count === 0 ? {} : { action: { label: transfer.show, act: () => showLosses(losses) } }),
    ...(attach === undefined ? {} : { second: { label: transfer.attachInstead, act: attach } }),
    onGone: () => undefined,
  });
}

/** Says that nothing came over. */
export function reportFailure(text: string, detail: string): void {
  void notifyFailure(text, detail);
}

/** What was not carried, in a list. */
function showLosses(losses: readonly Loss[]): void {
  const { transfer } = words();
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.className = 'transfer-report floating';
  const heading = document.createElement('h2');
  heading.id = 'transfer-report';
  heading.textContent = transfer.reportTitle;
  dialog.setAttribute('aria-labelledby', heading.id);
  const list = document.createElement('ul');
  for (const { kind, count, example } of losses) {
    const item = document.createElement('li');
    item.append(transfer.losses[kind](count));
    if (example !== undefined) {
      const said = document.createElement('span');
      said.textContent = transfer.example(example);
      item.append(said);
    }
    list.append(item);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = transfer.close;
  close.addEventListener('click', () => dialog.close());
  dialog.append(heading, list, close);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
