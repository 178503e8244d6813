interface Choice {
  readonly label: string;
  readonly act: () => void;
}

interface Notice {
  readonly id: string;
  readonly text: string;
  readonly action?: Choice;
  /** What else can be done, less often. */
  readonly second?: Choice;
  /** The message has gone, by itself or because somebody put it away. */
  readonly onGone: () => void;
}

/** Milliseconds a message stays; those who need longer hold it by pointing at it or focusing it. */
const STAY = 10_000;

let isWanted = false;
const watchers = new Set<() => void>();
const place = Promise.withResolvers<void>();

/** Whether there is something to say yet: until then no page fetches what shows messages. */
export const firstMessage = {
  isWanted: () => isWanted,
  watch: (onChange: () => void) => {
    watchers.add(onChange);
    return () => watchers.delete(onChange);
  },
  /** To be called when there is a place for messages; what was said before is shown then. */
  hasPlace: () => place.resolve(),
};

async function sonner() {
  isWanted = true;
  for (const onChange of watchers) onChange();
  const [loaded] = await Promise.all([import('sonner'), place.promise]);
  return loaded;
}

/** Shows a short message with what can be done about it. */
export async function notify({ id, text, action, second, onGone }: Notice): Promise<void> {
  const { toast } = await sonner();
  toast(text, {
    id,
    duration: STAY,
    ...(action === undefined ? {} : { action: { label: action.label, onClick: action.act } }),
    ...(second === undefined ? {} : { cancel: { label: second.label, onClick: second.act } }),
    onAutoClose: onGone,
    onDismiss: onGone,
  });
}

/** Takes a message away. */
export async function dismiss(id: string): Promise<void> {
  (await sonner()).toast.dismiss(id);
}

/** Says that something did not work, what is safe and what to do. */
export async function notifyFailure(text: string, detail: string): Promise<void> {
  (await sonner()).toast.error(text, { description: detail, duration: STAY });
}
