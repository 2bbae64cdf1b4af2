import type { ImporterPort } from '../../../main/import/page-job'
import { fakePage } from '../import/page'

export interface PackingPage {
  /** What decoding gives for what was packed; by default the same. */
  hear: (pcm: Buffer) => Buffer
  /** Whether the page breaks down while it packs. */
  crashes: boolean
  opened: number
}

/** A page whose compressed form of sound is the sound itself. */
export function packingPage(): { page: PackingPage; openPage: () => ImporterPort } {
  const page: PackingPage = { hear: (pcm) => pcm, crashes: false, opened: 0 }
  const openPage = () => {
    page.opened += 1
    let job: 'decode' | 'encode' = 'decode'
    let sent = false
    return fakePage((request, say, crash) => {
      if (request.type === 'decode' || request.type === 'encode') {
        job = request.type
        if (request.size === 0) say({ type: 'done' })
        else say({ type: 'read', number: 1, start: 0, end: request.size } as never)
      } else if (request.type === 'bytes') {
        if (page.crashes) return crash()
        const bytes = Buffer.from(request.bytes)
        const given = Uint8Array.from(job === 'encode' ? bytes : page.hear(bytes)).buffer
        sent = true
        say(
          (job === 'encode'
            ? { type: 'packed', bytes: given }
            : { type: 'pcm', pcm: given }) as never,
        )
      } else if (sent) say({ type: 'done' })
    }).port
  }
  return { page, openPage }
}
