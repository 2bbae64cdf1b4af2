import { useEffect, useRef, useState } from 'react'
import type { NoteLine } from '../../../../common/model'
import { useParley } from '../../context'

/**
 * Text is saved this long after the last key; a new line is saved at once, because it gets a time.
 */
const restMs = 500

export interface DraftNotes {
  readonly draft: string
  readonly write: (text: string) => void
}

/** The notes as they are typed. They are saved one version after the other. */
export function useNotes(
  meetingId: string,
  saved: readonly NoteLine[],
  now: () => number | null,
): DraftNotes {
  const parley = useParley()
  const [draft, setDraft] = useState(() => saved.map(({ text }) => text).join('\n'))
  const state = useRef({
    text: draft,
    saved: draft,
    timer: 0,
    running: false,
    atMs: null as number | null,
  })

  const [save] = useState(() => async () => {
    const { current } = state
    clearTimeout(current.timer)
    if (current.running) return
    current.running = true
    while (current.text !== current.saved) {
      const { text, atMs } = current
      await parley.annotations.writeNotes(meetingId, text, atMs)
      current.saved = text
    }
    current.running = false
  })
  // Saves the rest when the notes are hidden.
  useEffect(() => () => void save(), [save])

  return {
    draft,
    write: (text) => {
      const { current } = state
      const begun = begins(current.text, text)
      current.text = text
      setDraft(text)
      if (begun) current.atMs = now()
      clearTimeout(current.timer)
      if (begun) void save()
      else current.timer = window.setTimeout(() => void save(), restMs)
    },
  }
}

/** Whether a line was started: there are more lines with text than before. */
export function begins(before: string, after: string): boolean {
  const filled = (text: string) => text.split('\n').filter((line) => line !== '').length
  return filled(after) > filled(before)
}
