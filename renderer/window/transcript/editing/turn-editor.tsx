import { useEffect, useRef } from 'react'
import { messages } from '../../../../common/text/window'
import { useParley } from '../../context'
import type { TranscriptSession } from '../model/transcript-session'
import { turnIdOf } from '../model/rows'
import styles from '../view/transcript.module.css'
import type { TranscriptTurn } from '../model/turn-words'

interface TurnEditorProps {
  readonly rowKey: string
  readonly turn: TranscriptTurn
  readonly session: TranscriptSession
  /** Where in the text the caret starts. */
  readonly offset: number
}

/** Edits the text of a turn in place. Enter and leaving the field save it; Escape does not. */
export function TurnEditor({ rowKey, turn, session, offset }: TurnEditorProps) {
  const parley = useParley()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useRef(turn.text)
  const { text } = turn

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(offset, offset)
  }, [offset])
  useEffect(() => {
    const id = turnIdOf(turn)
    // Also saves when the row is scrolled out of the page, so that nothing is lost.
    return () => {
      if (draft.current.trim() !== text.trim()) {
        void parley.corrections.edit({ kind: 'text', turn: id, text: draft.current })
      }
    }
    // Runs once for the turn as it was when editing started.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  const close = () => {
    if (session.editing.get()?.key === rowKey) session.editing.set(null)
  }
  const back = () => {
    close()
    const wordRef = session.cursor.get()
    session.cursor.set({
      key: rowKey,
      word: wordRef?.key === rowKey ? wordRef.word : 0,
      focus: true,
      found: false,
    })
  }
  return (
    <textarea
      dir="auto"
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
