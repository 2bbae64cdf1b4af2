import { useEffect, useRef, type KeyboardEvent } from 'react'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { Cross } from '../components/icons'
import { CommandKey } from '../components/kbd'
import { useParley } from '../context'
import { useSelected, useStore } from '../../shared/store'
import { firstHit, resultRows, stepTo } from './rows'
import { isSearching } from './store'
import styles from './search.module.css'
import { useOpenRow } from './use-open-row'

/** The ids of the list that the search field controls and of its rows. */
export const resultsId = 'search-results'
export const rowId = (key: string) => `search-${key}`

const text = messages.library.search

/** The search field; the arrow keys move through the results. */
export function SearchField() {
  const parley = useParley()
  const { search } = parley
  const field = useRef<HTMLInputElement>(null)
  const typed = useSelected(search.state, ({ wanted }) => wanted.text)
  const searching = useSelected(search.state, ({ wanted }) => isSearching(wanted))
  const active = useSelected(search.state, (state) => state.active)
  const asked = useStore(search.asked)
  const open = useOpenRow()

  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { groups, more, active: at } = search.state.get()
    const rows = resultRows(groups ?? [], more)
    if (event.key === 'ArrowDown') search.setActive(stepTo(rows, at, 1))
    else if (event.key === 'ArrowUp') search.setActive(stepTo(rows, at, -1))
    else if (event.key === 'Enter') open(rows.find(({ key }) => key === at) ?? firstHit(rows))
    else if (event.key === 'Escape' && searching) search.clear()
    else if (event.key === 'Escape') field.current?.blur()
    else return
    event.preventDefault()
  }

  return (
    <div className={styles['field']} role="search">
      <input
        ref={field}
        className={styles['input']}
        type="text"
        role="combobox"
        aria-label={text.field}
        aria-autocomplete="list"
        aria-expanded={searching}
        aria-controls={searching ? resultsId : undefined}
        aria-activedescendant={searching && active !== null ? rowId(active) : undefined}
        aria-keyshortcuts="Control+K"
        placeholder={text.field}
        maxLength={1_000}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => search.want({ text: target.value })}
        onFocus={() => void search.loadFilters()}
        onKeyDown={keys}
      />
      {searching ? (
        <Button
          look="quiet"
          className={styles['clear']}
          aria-label={text.clear}
          title={text.clear}
          onClick={() => {
            search.clear()
            field.current?.focus()
          }}
        >
          <Cross />
        </Button>
      ) : (
        <span className={styles['hint']} aria-hidden="true">
          <CommandKey letter="K" />
        </span>
      )}
    </div>
  )
}
