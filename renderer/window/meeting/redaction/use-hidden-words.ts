import { useEffect } from 'react'
import { turnKey } from '../../../../common/turn-key'
import { useStore } from '../../../shared/store'
import { useParley } from '../../context'
import type { TranscriptSession } from '../../transcript/model/transcript-session'
import { textRange } from '../../transcript/view/dom-text'
import { keepHighlighted } from '../../transcript/view/text-highlights'

/** Marks the words that the meeting hides, in the rows on the page. */
export function useHiddenWords(session: TranscriptSession, meetingId: string): void {
  const { redactions } = useParley()
  const state = useStore(redactions.open)
  useEffect(() => void redactions.load(meetingId), [redactions, meetingId])
  const hidden = state?.meetingId === meetingId ? state.hidden : null
  useEffect(() => {
    if (hidden === null || hidden.length === 0) return undefined
    return keepHighlighted(session, () => {
      const ranges = hidden.flatMap(({ turn, ranges: own }) => {
        const text = session.texts.get(turnKey(turn))
        return text === undefined ? [] : own.flatMap((range) => textRange(text, range) ?? [])
      })
      return { 'hidden-words': ranges }
    })
  }, [session, hidden])
}
