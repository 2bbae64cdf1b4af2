import { wallNow } from '../../../common/clock'
import type { ErrorValue } from '../../../common/errors'
import type { SearchFilters, SearchGroup, SearchQuery } from '../../../common/model'
import type { Call } from '../../shared/call'
import { createStore, type Store } from '../../shared/store'
import { resultRows, type ResultRow } from './rows'

/** How old a meeting may be. */
export type When = 'any' | 'week' | 'month' | 'year'

/** What a person searches for. */
export interface Wanted {
  readonly text: string
  readonly speaker: string | null
  readonly tag: string | null
  readonly when: When
}

export interface SearchState {
  readonly wanted: Wanted
  /** The last results; null before the first search. */
  readonly groups: readonly SearchGroup[] | null
  /** What they were found for; it stays while more of them come. */
  readonly foundFor: Wanted | null
  /** Where older results continue; null if there are none. */
  readonly more: number | null
  readonly error: ErrorValue | null
  /** The row that Enter opens, by its key. */
  readonly active: string | null
  readonly filters: SearchFilters
}

export interface SearchStore {
  readonly state: Store<SearchState>
  /** Counts the requests to move the focus to the search field. */
  readonly asked: Store<number>
  readonly want: (change: Partial<Wanted>) => void
  readonly clear: () => void
  readonly setActive: (key: string | null) => void
  /** Older meetings. */
  readonly showMore: () => Promise<void>
  /** All matches in one meeting. */
  readonly showAll: (meetingId: string) => Promise<void>
  /** Moves the focus to the search field. */
  readonly askForField: () => void
  readonly loadFilters: () => Promise<void>
}

const day = 24 * 60 * 60_000
const spans: Record<Exclude<When, 'any'>, number> = {
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
}

const nothingWanted: Wanted = { text: '', speaker: null, tag: null, when: 'any' }

/** Whether there is anything to search for. */
export function isSearching({ text, speaker, tag, when }: Wanted): boolean {
  return text.trim() !== '' || speaker !== null || tag !== null || when !== 'any'
}

/** The query for main; `now` is in ms since 1970. */
export function queryOf(wanted: Wanted, now: number): SearchQuery {
  const { text, speaker, tag, when } = wanted
  const fromAt = when === 'any' ? null : now - spans[when]
  return { text, speaker, tag, fromAt, untilAt: null, meetingId: null, after: null }
}

/**
 * The search of one window. It asks main as soon as a person types, one question at a time. If the
 * text changes while main answers, only the latest text is asked next.
 */
export function createSearchStore(call: Call, now: () => number = wallNow): SearchStore {
  const state = createStore<SearchState>({
    wanted: nothingWanted,
    groups: null,
    foundFor: null,
    more: null,
    error: null,
    active: null,
    filters: { speakers: [], tags: [] },
  })
  const asked = createStore(0)
  const change = (next: Partial<SearchState>) => state.set({ ...state.get(), ...next })
  let asking = false

  /**
   * The selected row if these results show the same there: the answer to a last letter may come
   * after an arrow key.
   */
  function stillActive(groups: readonly SearchGroup[], more: number | null): string | null {
    const { active, groups: before, more: moreBefore } = state.get()
    if (active === null) return null
    const rowOf = (rows: ResultRow[]) => JSON.stringify(rows.find(({ key }) => key === active))
    const shown = rowOf(resultRows(before ?? [], moreBefore))
    return rowOf(resultRows(groups, more)) === shown ? active : null
  }

  async function look(): Promise<void> {
    if (asking) return
    asking = true
    try {
      for (let done: Wanted | null = null; done !== state.get().wanted;) {
        const { wanted } = state.get()
        done = wanted
        if (!isSearching(wanted)) {
          change({ groups: null, foundFor: null, more: null, error: null, active: null })
          continue
        }
        const found = await call('search:find', queryOf(wanted, now()))
        if (!isSearching(state.get().wanted)) continue
        if (found.ok) {
          const { groups, more } = found.value
          change({
            ...{ groups, more, foundFor: wanted },
            ...{ error: null, active: stillActive(groups, more) },
          })
        } else change({ error: found.error })
      }
    } finally {
      asking = false
    }
  }

  /** Asks for more results; ignores an answer that arrives after the search has changed. */
  async function further(
    query: Partial<SearchQuery>,
    add: (
      state: SearchState,
      found: { groups: SearchGroup[]; more: number | null },
    ) => Partial<SearchState>,
  ): Promise<void> {
    const { wanted } = state.get()
    const found = await call('search:find', { ...queryOf(wanted, now()), ...query })
    if (state.get().wanted !== wanted) return
    change(found.ok ? add(state.get(), found.value) : { error: found.error })
  }

  return {
    state,
    asked,
    want: (wanted) => {
      change({ wanted: { ...state.get().wanted, ...wanted } })
      void look()
    },
    clear: () => {
      change({ wanted: nothingWanted })
      void look()
    },
    setActive: (active) => change({ active }),
    showMore: () =>
      further({ after: state.get().more }, (before, { groups, more }) => ({
        groups: [...(before.groups ?? []), ...groups],
        more,
      })),
    showAll: (meetingId) =>
      further({ meetingId }, (before, { groups: [whole] }) => ({
        groups: (before.groups ?? []).map((group) =>
          group.meetingId === meetingId && whole ? whole : group,
        ),
      })),
    askForField: () => asked.set(asked.get() + 1),
    loadFilters: async () => {
      const filters = await call('search:filters', undefined)
      if (filters.ok) change({ filters: filters.value })
      else change({ error: filters.error })
    },
  }
}
