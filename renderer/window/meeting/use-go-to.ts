import { useEffect, useRef } from 'react'
import { useStore } from '../../shared/store'
import { useParley } from '../context'
import { startOf, typing, wordAtTarget } from '../transcript/editing/use-words'
import type { TranscriptSession } from '../transcript/model/transcript-session'
import type { OpenTranscript } from '../transcript/store'

/** Where the keyboard was when a person opened a place in a meeting. */
export interface Attention {
  readonly element: Element | null
  /** How often a person had asked for the search field. */
  readonly asked: number
  /** What they had searched for. */
  readonly wanted: unknown
}

/** Whether a person has turned to a search or another field since: then the focus stays there. */
export function hasTurned(before: Attention, now: Attention): boolean {
  if (now.element?.matches(typing) !== true) return false
  const { element, asked, wanted } = before
  return now.element !== element || now.asked !== asked || now.wanted !== wanted
}

/** Goes to the word or time that the meeting was opened at, as soon as it is loaded. */
export function useGoTo(
  session: TranscriptSession,
  { meetingId, loading, rows }: OpenTranscript,
): void {
  const { meeting, search } = useParley()
  const goTo = meeting.target
  const target = useStore(goTo)
  const before = useRef<Attention | null>(null)
  useEffect(() => {
    const now = () => ({
      element: document.activeElement,
      asked: search.asked.get(),
      wanted: search.state.get().wanted,
    })
    if (target === null) {
      before.current = null
      return
    }
    const first = (before.current ??= now())
    if (loading || target.meetingId !== meetingId) return
    const wordRef = wordAtTarget(rows, target.at)
    // The words arrive after the text.
    if (wordRef === null && rows.some((row) => row.kind === 'turn' && row.turn.words === null))
      return
    goTo.set(null)
    if (wordRef === null) return
    session.cursor.set({ ...wordRef, focus: !hasTurned(first, now()), found: true })
    session.player?.seek(startOf(rows, wordRef))
  }, [goTo, search, target, loading, meetingId, session, rows])
}
