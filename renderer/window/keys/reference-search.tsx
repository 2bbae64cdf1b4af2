import { useEffect, useRef, useState, type RefObject } from 'react'
import { messages } from '../../../common/text/window'
import { useActions } from '../commands/use-actions'
import { Button } from '../components/button'
import { Down, Up } from '../components/icons'
import { count } from '../format'
import { hitNumber } from '../transcript/find/find'
import { findOnPage } from './reference-find'
import styles from './reference.module.css'

const text = messages.meeting.find

/** A long block of code is taller than the screen, so the place itself is brought into view. */
function showInTheMiddle(place: Range): void {
  const screen = place.startContainer.parentElement?.closest('main')
  const { top } = place.getBoundingClientRect()
  screen?.scrollBy({ top: top - screen.getBoundingClientRect().top - screen.clientHeight / 2 })
}

/** Searches the page, and goes from one place to the next. */
export function ReferenceSearch({ page }: { readonly page: RefObject<HTMLElement | null> }) {
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly Range[]>([])
  const [at, setAt] = useState(0)
  const number = hitNumber(at, found.length)
  useActions({
    find: () => field.current?.select(),
    'find-next': () => setAt((now) => now + 1),
    'find-previous': () => setAt((now) => now - 1),
  })
  useEffect(() => {
    const current = found[number]
    CSS.highlights.set('matches', new Highlight(...found.filter((range) => range !== current)))
    CSS.highlights.set('current-match', new Highlight(...(current ? [current] : [])))
    if (current) showInTheMiddle(current)
    return () => {
      CSS.highlights.delete('matches')
      CSS.highlights.delete('current-match')
    }
  }, [found, number])

  const search = (next: string) => {
    setQuery(next)
    setAt(0)
    setFound(page.current === null ? [] : findOnPage(page.current, next))
  }
  const outcome =
    query.trim() === ''
      ? ''
      : found.length === 0
        ? text.none
        : text.count(count(number + 1), count(found.length))
  return (
    <search className={styles['search']}>
      <span className={styles['found']} role="status">
        {outcome}
      </span>
      <input
        ref={field}
        className={styles['field']}
        type="text"
        aria-label={messages.token.search}
        placeholder={messages.token.search}
        value={query}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') setAt(at + (event.shiftKey ? -1 : 1))
          else if (event.key === 'Escape') search('')
          else return
          event.preventDefault()
        }}
      />
      <Button
        look="quiet"
        aria-label={text.previous}
        title={text.previous}
        onClick={() => setAt(at - 1)}
      >
        <Up />
      </Button>
      <Button look="quiet" aria-label={text.next} title={text.next} onClick={() => setAt(at + 1)}>
        <Down />
      </Button>
    </search>
  )
}
