import { useEffect, useRef } from 'react'
import { messages } from '../../../preload/messages'
import type { Meeting } from '../../../preload/model'
import { useParley } from '../context'
import { useSelected } from '../stores/store'
import styles from './meeting.module.css'

const text = messages.library.title

/** The title of the open meeting: pressed, it becomes a field. */
export function MeetingTitle({ meeting }: { readonly meeting: Meeting }) {
  const { stores, actions } = useParley()
  const editing = useSelected(stores.renaming, (id) => id === meeting.id)
  const readOnly = useSelected(stores.readOnly, (error) => error !== null)
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus()
    wasEditing.current = editing
  }, [editing])
  if (editing) return <TitleField meeting={meeting} />
  return (
    <h1 className={styles['title']}>
      <button
        ref={button}
        type="button"
        className={styles['titleButton']}
        title={text.edit}
        disabled={readOnly}
        onClick={() => actions.startRenaming(meeting.id)}
      >
        {meeting.title}
      </button>
    </h1>
  )
}

function TitleField({ meeting }: { readonly meeting: Meeting }) {
  const { stores, actions } = useParley()
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  useEffect(() => field.current?.select(), [])
  /** Enter, Escape and leaving the field all end it; only the first of them counts. */
  const end = (save: boolean) => {
    if (done.current) return
    done.current = true
    stores.renaming.set(null)
    const title = field.current?.value.trim() ?? ''
    if (save && title !== '' && title !== meeting.title) {
      void actions.renameMeeting(meeting.id, title)
    }
  }
  return (
    <>
      <h1 className="visually-hidden">{meeting.title}</h1>
      <input
        ref={field}
        className={styles['titleField']}
        aria-label={text.field}
        maxLength={200}
        defaultValue={meeting.title}
        autoFocus
        onBlur={() => end(true)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          // The key would press the title, which has the keyboard as soon as the field is gone.
          event.preventDefault()
          end(event.key === 'Enter')
        }}
      />
    </>
  )
}
