import { goodKey } from '../e2e/service-key'
import { startService } from '../service/service'
import { installClock } from './clock'

/** An order for the process of the service: the moment to step to. */
export type ServiceOrder = number
/** Its answers: first its address, then one for each order. */
export type ServiceAnswer = { readonly url: string } | { readonly sessions: number }

installClock(50)
globalThis.soak.hold()
const service = await startService({
  behaviour: { keys: { [goodKey]: 'good' } },
  keepAudio: false,
})

/** The log of many hours would need too much memory. */
function forget(): void {
  for (const { frames, sent, words } of service.log.connections) {
    frames.length = 0
    sent.length = 0
    words.length = 0
  }
}

const answer = (message: ServiceAnswer): void => void process.send?.(message)

async function obey(at: ServiceOrder): Promise<void> {
  await globalThis.soak.to(at)
  forget()
  answer({ sessions: service.log.sessions().length })
}

process.on('message', (at: ServiceOrder) => void obey(at))
process.on('disconnect', () => process.exit())
answer({ url: service.url })
