import { useSyncExternalStore } from 'react';

/** Whether one points with a finger here. */
export const useTouch = whether('(pointer: coarse)');

/** Whether blocks have no handle beside them, as handle.css has it. */
export const useWithoutHandle = whether('(max-width: 52rem), (pointer: coarse)');

function whether(condition: string): () => boolean {
  const media = matchMedia(condition);
  const subscribe = (onChange: () => void) => {
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  };
  return () => useSyncExternalStore(subscribe, () => media.matches);
}
