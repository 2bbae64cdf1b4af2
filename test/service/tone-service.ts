import { startService, type Service } from './service'

/** The key that the simulator knows. */
export const goodKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'

/** The simulator, which understands tone-coded speech, without its usual delays. */
export function startToneService(): Promise<Service> {
  return startService({
    behaviour: {
      keys: { [goodKey]: 'good' },
      session: { processingRate: Infinity, terminationMs: { idle: 30, open: 60, speakers: 20 } },
      turns: { partialDelayMs: 5, finalDelayMs: 10, formattedDelayMs: 5 },
    },
  })
}
