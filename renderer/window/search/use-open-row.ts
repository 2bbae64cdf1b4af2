import { useCallback } from 'react'
import type { SearchPlace } from '../../../common/model'
import { useParley } from '../context'
import { turnKey } from '../../../common/turn-key'
import type { Target } from '../meeting/store'
import type { ResultRow } from './rows'

/** Where in its meeting a match is; undefined if it has no time. */
export function targetOf(place: SearchPlace): Target | undefined {
  switch (place.kind) {
    case 'turn':
      return { turn: turnKey(place.turn), word: place.word }
    case 'note':
      return place.atMs === null ? undefined : { ms: place.atMs }
    case 'speaker':
      return place.turn ? { turn: turnKey(place.turn), word: 0 } : undefined
  }
}

/** Opens a row of the results: a meeting, a word in it, or more results. */
export function useOpenRow(): (row: ResultRow | null) => void {
  const parley = useParley()
  const { search } = parley
  return useCallback(
    (row) => {
      if (row === null) return
      search.setActive(row.key)
      if (row.kind === 'more') void search.showMore()
      else if (row.kind === 'rest') void search.showAll(row.group.meetingId)
      else {
        const at = row.kind === 'place' ? targetOf(row.place) : undefined
        void parley.meeting.open(row.group.meetingId, at)
      }
    },
    [search, parley],
  )
}
