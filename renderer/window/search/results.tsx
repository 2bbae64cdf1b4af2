import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { messages } from '../../../common/text/window'
import type { SearchGroup, SearchPlace } from '../../../common/model'
import { speakerName } from '../../../common/speaker-name'
import { useParley } from '../context'
import { clock, shortMoment } from '../format'
import { speakerColour, type Palette } from '../transcript/model/speakers'
import { useSelected, useStore } from '../../shared/store'
import { startThere } from '../time-zone'
import { useNow } from '../use-now'
import { Filters } from './filters'
import { resultRows, rowsOfGroup, type ResultRow } from './rows'
import { resultsId, rowId } from './search-field'
import type { SearchState, Wanted } from './store'
import styles from './search.module.css'
import { useOpenRow } from './use-open-row'

const text = messages.library.search
const minute = 60_000
/** Only an open meeting gives colours to names. */
const noPalette: Palette = new Map()

/** More meetings than the list has room for. */
const firstGroups = 6

/**
 * The first groups of a search at once, and all of them in the frame after that: results change with
 * each letter. What is added to them later keeps what is drawn, and so the place in the list.
 */
function useDrawn({ groups, foundFor }: SearchState): readonly SearchGroup[] {
  const [whole, setWhole] = useState<Wanted | null>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setWhole(foundFor))
    return () => cancelAnimationFrame(frame)
  }, [foundFor])
  return (whole === foundFor ? groups : groups?.slice(0, firstGroups)) ?? []
}

/** The search results by meeting, shown instead of the list of meetings. */
export function SearchResults() {
  const parley = useParley()
  const state = useStore(parley.search.state)
  const { groups, more, error } = state
  const drawn = useDrawn(state)
  const rest = resultRows([], more)
  return (
    <section className={styles['results']} aria-label={text.results}>
      <Filters />
      <p className={styles['count']} role="status">
        {error ? error.sentence : summary(groups, more)}
      </p>
      {groups?.length === 0 && !error && <p className={styles['nothing']}>{text.nothingText}</p>}
      <div className={styles['list']} id={resultsId} role="listbox" aria-label={text.results}>
        {drawn.map((group) => (
          <Group key={group.meetingId} group={group} />
        ))}
        {rest.map((row) => (
          <Row key={row.key} row={row} className={styles['more']}>
            {text.moreMeetings}
          </Row>
        ))}
      </div>
    </section>
  )
}

function summary(groups: readonly SearchGroup[] | null, more: number | null): string {
  if (groups === null) return text.searching
  if (groups.length === 0) return text.nothing
  const places = groups.reduce((sum, { count }) => sum + count, 0)
  return places === 0
    ? text.meetings(groups.length, more !== null)
    : text.found(places, groups.length, more !== null)
}

function Group({ group }: { readonly group: SearchGroup }) {
  const parley = useParley()
  const now = useNow(minute)
  const timeZone = useSelected(
    parley.meetings.list,
    (meetings) => meetings?.find(({ id }) => id === group.meetingId)?.timeZone,
  )
  const [head, ...rows] = rowsOfGroup(group)
  const start = startThere({ startedAt: group.startedAt, timeZone })
  return (
    <div role="group" aria-label={group.title} className={styles['group']}>
      {head && (
        <Row row={head} className={styles['head']}>
          <span className={styles['title']} dir="auto">
            <Marked text={group.title} marks={group.titleMarks} />
          </span>
          <span className={styles['date']}>{shortMoment(start, now)}</span>
        </Row>
      )}
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          className={row.kind === 'rest' ? styles['more'] : styles['place']}
        >
          {row.kind === 'place' && <Place place={row.place} />}
          {row.kind === 'rest' && text.moreOfMeeting(group.count - group.places.length)}
        </Row>
      ))}
    </div>
  )
}

function Place({ place }: { readonly place: SearchPlace }) {
  return (
    <>
      <span className={styles['who']}>
        {place.kind === 'turn' && (
          <span
            className={styles['name']}
            style={{ color: `var(${speakerColour(place, noPalette)})` }}
          >
            <bdi>{speakerName(place)}</bdi>
          </span>
        )}
        {place.kind === 'note' && <span className={styles['name']}>{text.note}</span>}
        {place.kind === 'speaker' && <span className={styles['name']}>{text.speaks}</span>}
        {place.kind !== 'speaker' && place.atMs !== null && (
          <span className={styles['at']}>{clock(place.atMs)}</span>
        )}
      </span>
      <span className={styles['text']} dir="auto">
        <Marked text={place.text} marks={place.marks} />
      </span>
    </>
  )
}

interface RowProps {
  readonly row: ResultRow
  readonly className: string | undefined
  readonly children: React.ReactNode
}

/** A row that the arrow keys select while the focus stays in the search field. */
function Row({ row, className, children }: RowProps) {
  const parley = useParley()
  const active = useSelected(parley.search.state, (state) => state.active === row.key)
  const open = useOpenRow()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={element}
      id={rowId(row.key)}
      role="option"
      aria-selected={active}
      className={clsx(styles['row'], active && styles['active'], className)}
      // The search field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => open(row)}
    >
      {children}
    </div>
  )
}

interface MarkedProps {
  readonly text: string
  /** [start, end) each, in order. */
  readonly marks: SearchPlace['marks']
}

/** A text with its matches marked. */
function Marked({ text, marks }: MarkedProps) {
  return (
    <>
      {marks.map(([start, end], index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark className={styles['mark']}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
