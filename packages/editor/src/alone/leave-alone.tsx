import { Minimize2 } from 'lucide-react';
import { useEffect } from 'react';

import { ToolbarButton } from '../toolbar/toolbar-button.tsx';
import { useWords } from '../words/use-words.ts';

/** While it is there, nothing but the page is seen; pressing it, or Escape, brings the rest back. */
export function LeaveAlone({ onLeave }: { readonly onLeave: () => void }) {
  const { alone } = useWords();
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['alone'] = '';
    return () => {
      delete dataset['alone'];
    };
  }, []);
  return (
    <div className="ed-leave-alone">
      <ToolbarButton label={alone.leave} shortcut="Escape" icon={Minimize2} onPress={onLeave} />
      <output className="ed-unseen">{alone.entered}</output>
    </div>
  );
}
