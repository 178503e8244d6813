import {
  lazy,
  type MouseEvent,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';

import { isSeeded, titleOf } from '@indelible/document';
import type { Provider } from '@indelible/provider';

import { writeAtEnd, writeAtStart } from '../blocks/actions.ts';
import { MediaActions } from '../blocks/media/media-actions.tsx';
import { deskOf } from '../desk/desk.ts';
import { Panels } from '../desk/panels.tsx';
import type { Form } from '../forms/ask.ts';
import { LinkForm } from '../forms/link-form.tsx';
import { LinkCards } from '../links/link-cards.tsx';
import { type Library, Titles } from '../mentions/library.ts';
import { peopleOf, rememberPeople } from '../mentions/seen-people.ts';
import { Menus } from '../menus/menus.tsx';
import { createMenuKeys } from '../menus/suggestion.ts';
import { BlockHandle, type HandleKeys } from '../moving/block-handle.tsx';
import type { Person } from '../people/person.ts';
import { TableSizeForm } from '../tables/table-size-form.tsx';
import { TitleField } from '../title/title-field.tsx';
import { Bubble } from '../toolbar/bubble.tsx';
import { Hints } from '../toolbar/hint.tsx';
import { EditorToolbar } from '../toolbar/toolbar.tsx';
import { useTouch } from '../toolbar/use-touch.ts';
import type { TellCarried } from '../transfer/carried.ts';
import type { UploadTarget } from '../uploads/upload-file.ts';
import { useDocumentEditor } from './use-document-editor.ts';

interface DocumentEditorProps {
  /** The document's own id. */
  readonly id: string;
  readonly provider: Provider;
  /** Shown to the others at this page's caret. */
  readonly person: Person;
  readonly editable?: boolean;
  /** Whether the toolbar is always there; elsewhere it is beside what is selected. On touch it always is. */
  readonly hasToolbar?: boolean;
  /** Where files go; must stay the same object. Without it none are taken. */
  readonly uploads?: UploadTarget;
  /** The other documents, to be mentioned; must stay the same object. */
  readonly library?: Library;
  /** Is told what was put into the text from files, and what a paste could not carry; must stay the same function. */
  readonly onCarried?: TellCarried;
}

/** The document: title, toolbar and content. It shows nothing until the server's content is there to be edited. */
export function DocumentEditor(props: DocumentEditorProps) {
  const { id, provider, person, editable = true, hasToolbar = false } = props;
  const { uploads = null, library = null, onCarried = tellNobody } = props;
  const { doc, awareness } = provider;
  useEffect(() => awareness.setLocalStateField('user', person), [awareness, person]);
  const seeded = useSyncExternalStore(
    (onChange) => {
      doc.on('update', onChange);
      return () => doc.off('update', onChange);
    },
    () => isSeeded(doc),
  );
  if (!seeded) return <div className="ed" aria-busy="true" />;
  return (
    <SeededEditor
      key={doc.guid}
      {...{ id, provider, editable, hasToolbar, uploads, library, onCarried }}
    />
  );
}

const tellNobody: TellCarried = () => undefined;

// Not needed to read or to write.
const MediaForm = lazy(async () => ({
  default: (await import('../forms/media-form.tsx')).MediaForm,
}));
const MathForm = lazy(async () => ({ default: (await import('../math/math-form.tsx')).MathForm }));
const DateForm = lazy(async () => ({ default: (await import('../forms/date-form.tsx')).DateForm }));

type Asking = 'nothing' | Form;

interface SeededEditorProps {
  readonly id: string;
  readonly provider: Provider;
  readonly editable: boolean;
  readonly hasToolbar: boolean;
  readonly uploads: UploadTarget | null;
  readonly library: Library | null;
  readonly onCarried: TellCarried;
}

function SeededEditor(props: SeededEditorProps) {
  const { id, provider, editable, hasToolbar, uploads, library, onCarried } = props;
  const page = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLTextAreaElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const handle = useRef<HandleKeys>(null);
  const [asking, setAsking] = useState<Asking>('nothing');
  const [isCalled, setCalled] = useState(false);
  const isFixed = useTouch() || hasToolbar;
  const titles = useMemo(() => (library === null ? null : new Titles(library)), [library]);
  const keys = useMemo(
    () => ({
      focusTitle: () => {
        const end = title.current?.value.length ?? 0;
        title.current?.focus();
        title.current?.setSelectionRange(end, end);
      },
      focusToolbar: () => {
        if (toolbar.current === null) setCalled(true);
        else toolbar.current.querySelector('button')?.focus();
      },
      askLink: () => setAsking('link'),
      ask: setAsking,
      titles,
      openBlockMenu: () => handle.current?.openMenu(),
      menu: createMenuKeys(),
    }),
    [titles],
  );
  const [open, attach] = useDocumentEditor(provider, keys, uploads, onCarried);
  const editor = open?.editor;
  useEffect(() => {
    // Saying so draws the whole document once more.
    if (editor?.isEditable !== editable) editor?.setEditable(editable);
    editor?.view.dom.setAttribute('aria-readonly', String(!editable));
  }, [editor, editable]);

  const writeBelow = (event: MouseEvent) => {
    if (event.target !== event.currentTarget || !editable || editor === undefined) return;
    event.preventDefault();
    writeAtEnd(editor);
  };
  const put = () => setAsking('nothing');
  const sources = useMemo(
    () => ({
      ask: setAsking,
      titles,
      people: () => peopleOf(provider.awareness, id),
      self: id,
    }),
    [titles, provider, id],
  );
  useEffect(() => rememberPeople(provider.awareness, id), [provider, id]);

  return (
    <Hints>
      <div className="ed" data-asking={asking}>
        {open !== null && editable && isFixed && (
          <EditorToolbar
            ref={toolbar}
            open={open}
            onAsk={setAsking}
            onBlockMenu={keys.openBlockMenu}
          />
        )}
        <div className="ed-page" ref={page}>
          {open !== null && (
            <TitleField
              ref={title}
              text={titleOf(provider.doc)}
              history={open.history}
              editable={editable}
              onLeave={() => writeAtStart(open.editor)}
            />
          )}
          <div className="ed-content" ref={attach} />
          {/* Below the text; the keyboard gets there with the arrow keys. */}
          <div className="ed-below" aria-hidden onMouseDown={writeBelow} />
          {open !== null && editable && (
            <>
              <BlockHandle ref={handle} editor={open.editor} page={page} />
              <MediaActions editor={open.editor} page={page} onAsk={setAsking} />
            </>
          )}
        </div>
        {open !== null && editable && !isFixed && asking === 'nothing' && (
          <Bubble
            ref={toolbar}
            editor={open.editor}
            isCalled={isCalled}
            onLeft={() => setCalled(false)}
            onAsk={setAsking}
          />
        )}
        {open !== null && editable && (
          <Menus editor={open.editor} keys={keys.menu} sources={sources} />
        )}
        {open !== null && (
          <Panels
            desk={deskOf(provider)}
            provider={provider}
            open={open}
            editable={editable}
            ask={setAsking}
          />
        )}
        {open !== null && <LinkCards editor={open.editor} editable={editable} onAsk={setAsking} />}
        {open !== null && asking === 'link' && <LinkForm editor={open.editor} onClose={put} />}
        {open !== null && asking === 'date' && (
          <Suspense>
            <DateForm editor={open.editor} onClose={put} />
          </Suspense>
        )}
        {open !== null && asking === 'table' && (
          <TableSizeForm editor={open.editor} onClose={put} />
        )}
        {open !== null && (asking === 'image' || asking === 'video' || asking === 'embed') && (
          <Suspense>
            <MediaForm kind={asking} editor={open.editor} onClose={put} />
          </Suspense>
        )}
        {open !== null && (asking === 'inlineMath' || asking === 'blockMath') && (
          <Suspense>
            <MathForm editor={open.editor} name={asking} onClose={put} />
          </Suspense>
        )}
      </div>
    </Hints>
  );
}
