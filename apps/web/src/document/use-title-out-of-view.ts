import { useEffect, useState } from 'react';

/** Whether the page's own title has been scrolled away; `written`: there is a page. */
export function useTitleOutOfView(written: boolean): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!written) return undefined;
    const look = (): void => {
      const title = document.querySelector('.ed-title');
      const bar = document.querySelector('.document-bar');
      if (!title || !bar) setAway(scrollY > 0);
      else setAway(title.getBoundingClientRect().bottom < bar.getBoundingClientRect().bottom);
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look, { passive: true });
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [written]);
  return written && away;
}
