import { finalNumbers, recordingId, transcript } from '../../e2e/recording'
import { installed, startPlain } from '../plain-app'
import { launchWith } from '../rig'
import type { Peer } from './peer'

const longestFillMs = 90_000

/** Parley, with its window open, as somebody uses it. */
export const parleyPeer: Peer = {
  name: 'Parley',
  start: async ({ folder, service, sound }) => {
    const launch = { ...launchWith(folder, service), realSound: true, env: sound.env }
    await installed(launch)
    const app = await startPlain(launch)
    await app.pressRecord()
    const id = await recordingId(app)
    return {
      pid: app.pid,
      settled: async () => {
        const isFilled = async () => {
          const { gaps } = await transcript(app, id)
          return gaps.length > 0 && gaps.every(({ filled }) => filled)
        }
        for (const end = performance.now() + longestFillMs; !(await isFilled());) {
          if (performance.now() > end) throw new Error('The gap was not filled')
          await new Promise((resolve) => setTimeout(resolve, 250))
        }
      },
      stop: async () => {
        await app.stop()
        return finalNumbers(await transcript(app, id))
      },
      kill: () => {
        app.kill()
        return Promise.resolve()
      },
    }
  },
}
