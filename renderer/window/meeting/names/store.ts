import type { NameSuggestion } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { MainProcess } from '../../stores/main-process'
import type { Corrections } from '../../transcript/editing/store'

/** Names for speakers of the open meeting, from what they say of themselves or how they sound. */
export interface Names {
  readonly open: Readable<readonly NameSuggestion[]>
  readonly load: (meetingId: string) => Promise<void>
  /** Names the speaker in the whole meeting. */
  readonly accept: (suggestion: NameSuggestion) => Promise<void>
  /** Offers it no more until the window is opened again. */
  readonly dismiss: (suggestion: NameSuggestion) => void
}

export function createNames(
  main: MainProcess,
  { corrections }: { corrections: Corrections },
): Names {
  const open = createStore<readonly NameSuggestion[]>([])
  const dismissed = new Set<string>()
  let meetingId: string | null = null
  const keyOf = ({ label, name }: NameSuggestion) => `${meetingId} ${label} ${name}`

  async function load(id: string): Promise<void> {
    if (meetingId !== id) open.set([])
    meetingId = id
    const [said, heard] = await Promise.all([
      main.call('names:suggest', { id }),
      main.call('voices:suggest', { id }),
    ])
    if (meetingId !== id) return
    // Who says their own name needs no second offer from their voice.
    const own = said.ok ? said.value : []
    const labels = new Set(own.map(({ label }) => label))
    const others = heard.ok ? heard.value.filter(({ label }) => !labels.has(label)) : []
    open.set([...own, ...others].filter((suggestion) => !dismissed.has(keyOf(suggestion))))
  }

  main.on('transcript:corrected', (corrected) => {
    if (corrected.meetingId === meetingId) void load(corrected.meetingId)
  })
  // People may have been told apart only now.
  main.on('meetings:changed', (meeting) => {
    if (meeting.id === meetingId && meeting.state === 'done') void load(meeting.id)
  })
  return {
    open,
    load,
    accept: async ({ turn, name }) => {
      await corrections.edit({ kind: 'rename', turn, name })
    },
    dismiss: (suggestion) => {
      dismissed.add(keyOf(suggestion))
      open.set(open.get().filter((other) => other !== suggestion))
    },
  }
}
