import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { messages } from '../../../preload/messages'
import type { Meeting } from '../../../preload/model'
import { Cross } from '../components/icons'
import { useParley } from '../context'
import { useSelected, useStore } from '../stores/store'
import styles from './meeting.module.css'

const text = messages.library.tags

/** The tags of a meeting, each to be taken away, and a field for another one. */
export function Tags({ meeting }: { readonly meeting: Meeting }) {
  const { stores, actions } = useParley()
  const [adding, setAdding] = useState(false)
  const readOnly = useSelected(stores.readOnly, (error) => error !== null)
  const add = useRef<HTMLButtonElement>(null)
  const set = (tags: readonly string[]) => void actions.setTags(meeting.id, tags)
  return (
    <ul className={styles['tags']} aria-label={text.label}>
      {meeting.tags.map((tag) => (
        <li key={tag} className={styles['tag']}>
          {tag}
          <button
            type="button"
            className={styles['remove']}
            aria-label={text.remove(tag)}
            title={text.remove(tag)}
            disabled={readOnly}
            onClick={() => {
              set(meeting.tags.filter((other) => other !== tag))
              add.current?.focus()
            }}
          >
            <Cross />
          </button>
        </li>
      ))}
      <li>
        {adding ? (
          <TagField
            taken={meeting.tags}
            onDone={(tag, byKey) => {
              // The keyboard stays where another one is added.
              flushSync(() => setAdding(false))
              if (byKey) add.current?.focus()
              if (tag !== null) set([...meeting.tags, tag])
            }}
          />
        ) : (
          <button
            ref={add}
            type="button"
            className={styles['add']}
            disabled={readOnly}
            onClick={() => {
              void stores.search.loadFilters()
              setAdding(true)
            }}
          >
            {text.add}
          </button>
        )}
      </li>
    </ul>
  )
}

interface TagFieldProps {
  readonly taken: readonly string[]
  /** null where nothing is to be added. */
  readonly onDone: (tag: string | null, byKey: boolean) => void
}

function TagField({ taken, onDone }: TagFieldProps) {
  const { stores } = useParley()
  const { filters } = useStore(stores.search.state)
  const known = useId()
  const done = useRef(false)
  const end = (tag: string, byKey: boolean) => {
    if (done.current) return
    done.current = true
    onDone(tag.trim() === '' ? null : tag.trim(), byKey)
  }
  return (
    <>
      <input
        className={styles['tagField']}
        aria-label={text.field}
        placeholder={text.field}
        list={known}
        maxLength={40}
        autoFocus
        onBlur={({ target }) => end(target.value, false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          end(event.key === 'Enter' ? event.currentTarget.value : '', true)
        }}
      />
      <datalist id={known}>
        {filters.tags
          .filter((tag) => !taken.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </>
  )
}
