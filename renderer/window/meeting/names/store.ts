import type { NameSuggestion } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { MainProcess } from '../../stores/main-process'
import type { Corrections } from '../../transcript/editing/store'

/** Names that speakers of the open meeting give as their own. */
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
    const found = await main.call('names:suggest', { id })
    if (found.ok && meetingId === id) {
      open.set(found.value.filter((suggestion) => !dismissed.has(keyOf(suggestion))))
    }
  }

  main.on('transcript:corrected', (corrected) => {
    if (corrected.meetingId === meetingId) void load(corrected.meetingId)
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
