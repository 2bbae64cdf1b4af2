import type { ImporterPort } from '../../../main/audio-files/page-job'
import { fakePage } from '../import/page'

export interface PackingPage {
  /** The result of decoding; by default the original audio. */
  hear: (pcm: Buffer) => Buffer
  /** Whether the page crashes while it compresses. */
  crashes: boolean
  opened: number
}

const facts = {
  ...{ type: 'facts' as const, format: 'ogg', tags: [], unreadable: [] },
  tracks: [{ seconds: null }],
}

/** A page whose compressed audio is the audio itself. */
export function packingPage(): { page: PackingPage; openPage: () => ImporterPort } {
  const page: PackingPage = { hear: (pcm) => pcm, crashes: false, opened: 0 }
  const openPage = () => {
    page.opened += 1
    let job: 'decode' | 'encode' = 'decode'
    let sent = false
    return fakePage((request, say, crash) => {
      if (request.type === 'decode' || request.type === 'encode') {
        job = request.type
        if (request.size === 0) say({ type: 'done', cut: false })
        else say({ type: 'read', number: 1, start: 0, end: request.size } as never)
      } else if (request.type === 'bytes') {
        if (page.crashes) return crash()
        const bytes = Buffer.from(request.bytes)
        const given = Uint8Array.from(job === 'encode' ? bytes : page.hear(bytes)).buffer
        sent = true
        if (job === 'decode') say(facts)
        say(
          (job === 'encode'
            ? { type: 'packed', bytes: given }
            : { type: 'pcm', track: 0, pcm: given }) as never,
        )
      } else if (sent) say({ type: 'done', cut: false })
    }).port
  }
  return { page, openPage }
}
