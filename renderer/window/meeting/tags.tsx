import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { messages } from '../../../common/text/window'
import type { Meeting } from '../../../common/model'
import { Cross } from '../components/icons'
import { useParley } from '../context'
import { useSelected, useStore } from '../../shared/store'
import styles from './meeting.module.css'

const text = messages.library.tags

/** The tags of a meeting, each with a remove button, and a field for a new one. A press on one finds it. */
export function Tags({ meeting }: { readonly meeting: Meeting }) {
  const parley = useParley()
  const [adding, setAdding] = useState(false)
  const readOnly = useSelected(parley.notices.readOnly, (error) => error !== null)
  const add = useRef<HTMLButtonElement>(null)
  const set = (tags: string[]) => void parley.corrections.edit({ kind: 'tags', tags })
  return (
    <ul className={styles['tags']} aria-label={text.label}>
      {meeting.tags.map((tag) => (
        <li key={tag} className={styles['tag']}>
          <button
            type="button"
            className={styles['tagName']}
            dir="auto"
            title={text.find(tag)}
            onClick={() => {
              void parley.search.loadFilters()
              parley.search.clear()
              parley.search.want({ tag })
            }}
          >
            {tag}
          </button>
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
              // The focus stays where the next tag can be added.
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
              void parley.search.loadFilters()
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
  /** null if there is nothing to add. */
  readonly onDone: (tag: string | null, byKey: boolean) => void
}

function TagField({ taken, onDone }: TagFieldProps) {
  const parley = useParley()
  const { filters } = useStore(parley.search.state)
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
