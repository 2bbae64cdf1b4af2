import { useEffect, useRef } from 'react'
import { messages } from '../../../common/text/window'
import type { Meeting } from '../../../common/model'
import { useFocusAfter } from '../components/use-focus-after'
import { useParley } from '../context'
import { useSelected } from '../../shared/store'
import styles from './meeting.module.css'

const text = messages.library.title

/** The title of the open meeting; a click turns it into a text field. */
export function MeetingTitle({ meeting }: { readonly meeting: Meeting }) {
  const parley = useParley()
  const editing = useSelected(parley.meeting.renaming, (id) => id === meeting.id)
  const readOnly = useSelected(parley.notices.readOnly, (error) => error !== null)
  const button = useFocusAfter(editing)
  if (editing) return <TitleField meeting={meeting} />
  return (
    <h1 className={styles['title']} dir="auto">
      <button
        ref={button}
        type="button"
        className={styles['titleButton']}
        title={text.edit}
        disabled={readOnly}
        onClick={() => parley.meeting.startRenaming(meeting.id)}
      >
        {meeting.title}
      </button>
    </h1>
  )
}

function TitleField({ meeting }: { readonly meeting: Meeting }) {
  const parley = useParley()
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  useEffect(() => field.current?.select(), [])
  /** Enter, Escape and leaving the field all end the edit; only the first one counts. */
  const end = (save: boolean) => {
    if (done.current) return
    done.current = true
    parley.meeting.renaming.set(null)
    const title = field.current?.value.trim() ?? ''
    if (save && title !== '' && title !== meeting.title) {
      void parley.corrections.edit({ kind: 'title', title })
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
          // Otherwise the key would activate the title, which gets the focus when the field closes.
          event.preventDefault()
          end(event.key === 'Enter')
        }}
      />
    </>
  )
}
