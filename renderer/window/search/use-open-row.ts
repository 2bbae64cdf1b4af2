import { useCallback } from 'react'
import type { SearchPlace } from '../../../preload/model'
import { useParley } from '../context'
import { turnKey } from '../script/rows'
import type { At } from '../stores/stores'
import type { ResultRow } from './rows'

/** Where in its meeting a place is; undefined for one that is nowhere on its time line. */
export function atOf(place: SearchPlace): At | undefined {
  switch (place.kind) {
    case 'turn':
      return { turn: turnKey(place.turn), word: place.word }
    case 'note':
      return place.atMs === null ? undefined : { ms: place.atMs }
    case 'speaker':
      return place.turn ? { turn: turnKey(place.turn), word: 0 } : undefined
  }
}

/** Opens a row of the results: a meeting, a word in it, or more of what was found. */
export function useOpenRow(): (row: ResultRow | null) => void {
  const { stores, actions } = useParley()
  const { search } = stores
  return useCallback(
    (row) => {
      if (row === null) return
      search.setActive(row.key)
      if (row.kind === 'more') void search.showMore()
      else if (row.kind === 'rest') void search.showAll(row.group.meetingId)
      else {
        const at = row.kind === 'place' ? atOf(row.place) : undefined
        void actions.openMeeting(row.group.meetingId, at)
      }
    },
    [search, actions],
  )
}
