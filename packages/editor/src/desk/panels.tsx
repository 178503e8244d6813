import { type ComponentType, lazy, Suspense, useEffect, useSyncExternalStore } from 'react';

import type { Provider } from '@indelible/provider';

import { dimOthers } from '../alone/current-block.ts';
import { LeaveAlone } from '../alone/leave-alone.tsx';
import type { Ask } from '../forms/ask.ts';
import { isRoomBeside } from '../outline/room-beside.ts';
import type { OpenEditor } from '../page/use-document-editor.ts';
import { listenForDesk } from './desk-keys.ts';
import type { Desk } from './desk.ts';
import { restoreDesk, toggleAlone, toggleOutline } from './toggles.ts';

const FindBar = later(async () => (await import('../find/find-bar.tsx')).FindBar);
const Together = later(async () => (await import('../together/together.tsx')).Together);
const SidePanels = later(async () => (await import('./side-panels.tsx')).SidePanels);

interface PanelsProps {
  readonly desk: Desk;
  readonly provider: Provider;
  readonly open: OpenEditor;
  readonly editable: boolean;
  readonly ask: Ask;
}

/** What is open around the page. All of it is fetched when it is wanted. */
export function Panels({ desk, provider, open, editable, ask }: PanelsProps) {
  const { find, outline, alone, dimmed } = useSyncExternalStore(desk.subscribe, desk.state);
  useEffect(() => {
    desk.put({ open, editable, ask });
    return () => desk.put({ open: null, ask: null });
  }, [desk, open, editable, ask]);
  useEffect(() => {
    restoreDesk(desk, isRoomBeside());
    return listenForDesk(desk);
  }, [desk, open]);
  useEffect(() => dimOthers(open.editor, alone && dimmed), [open, alone, dimmed]);
  return (
    <Suspense>
      {find !== 'closed' && <FindBar desk={desk} open={open} editable={editable} />}
      <SidePanels
        editor={open.editor}
        isOutlined={outline}
        onCloseOutline={() => toggleOutline(desk)}
      />
      <Together desk={desk} provider={provider} editor={open.editor} />
      {alone && <LeaveAlone onLeave={() => toggleAlone(desk)} />}
    </Suspense>
  );
}

/** A panel that can't be fetched is missing; the page goes on. */
function later<T>(load: () => Promise<ComponentType<T>>) {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch {
      return { default: Nothing as ComponentType<T> };
    }
  });
}

const Nothing = () => null;
