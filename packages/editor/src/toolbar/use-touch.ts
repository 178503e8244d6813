import { useSyncExternalStore } from 'react';

const coarse = matchMedia('(pointer: coarse)');

/** Whether one points with a finger here. */
export const useTouch = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      coarse.addEventListener('change', onChange);
      return () => coarse.removeEventListener('change', onChange);
    },
    () => coarse.matches,
  );
