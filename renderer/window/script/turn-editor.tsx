import { useEffect, useRef } from 'react'
import { messages } from '../../../preload/messages'
import { useParley } from '../context'
import type { Reader } from './reader'
import { turnIdOf } from './rows'
import styles from './script.module.css'
import type { ScriptTurn } from './words'

interface TurnEditorProps {
  readonly rowKey: string
  readonly turn: ScriptTurn
  readonly reader: Reader
  /** Where in the text it begins. */
  readonly offset: number
}

/** The words of a turn in place, to be written over. Enter and leaving it keep them, Escape does not. */
export function TurnEditor({ rowKey, turn, reader, offset }: TurnEditorProps) {
  const { actions } = useParley()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useRef(turn.text)
  const { text } = turn

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(offset, offset)
  }, [offset])
  useEffect(() => {
    const id = turnIdOf(turn)
    // Also where the row is scrolled out of the page: nothing that was written is lost.
    return () => {
      if (draft.current.trim() !== text.trim()) {
        void actions.edit({ kind: 'text', turn: id, text: draft.current })
      }
    }
    // Begun once for the turn as it was then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const close = () => {
    if (reader.editing.get()?.key === rowKey) reader.editing.set(null)
  }
  const back = () => {
    close()
    const place = reader.cursor.get()
    reader.cursor.set({
      key: rowKey,
      word: place?.key === rowKey ? place.word : 0,
      focus: true,
      found: false,
    })
  }
  return (
    <textarea
      ref={field}
      className={styles['editor']}
      aria-label={messages.meeting.edit.label}
      defaultValue={text}
      lang={turn.language ?? undefined}
      rows={1}
      spellCheck={false}
      onChange={(event) => (draft.current = event.target.value)}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.current = text
        else if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        back()
      }}
    />
  )
}
