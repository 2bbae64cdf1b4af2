import { useEffect } from 'react'
import { turnKey } from '../../../../common/turn-key'
import { useStore } from '../../../shared/store'
import { useParley } from '../../context'
import type { TranscriptSession } from '../../transcript/model/transcript-session'
import { textRange } from '../../transcript/view/dom-text'

const name = 'hidden-words'

/** Marks the words that the meeting hides, in the rows on the page. */
export function useHiddenWords(session: TranscriptSession, meetingId: string): void {
  const { redactions } = useParley()
  const state = useStore(redactions.open)
  useEffect(() => void redactions.load(meetingId), [redactions, meetingId])
  const hidden = state?.meetingId === meetingId ? state.hidden : null
  useEffect(() => {
    if (hidden === null || hidden.length === 0) return undefined
    let frame = 0
    const draw = () => {
      const ranges = hidden.flatMap(({ turn, ranges: own }) => {
        const text = session.texts.get(turnKey(turn))
        return text === undefined ? [] : own.flatMap((range) => textRange(text, range) ?? [])
      })
      CSS.highlights.set(name, new Highlight(...ranges))
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    draw()
    const stop = session.texts.subscribe(later)
    return () => {
      stop()
      cancelAnimationFrame(frame)
      CSS.highlights.delete(name)
    }
  }, [session, hidden])
}
