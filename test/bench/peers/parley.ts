import { launchParley } from '../../e2e/app'
import { chooseService, finalNumbers, record, stop, transcript } from '../../e2e/recording'
import { launchWith } from '../rig'
import type { Peer } from './peer'

const longestFillMs = 90_000

/** Parley, with its window open, as somebody uses it. */
export const parleyPeer: Peer = {
  name: 'Parley',
  start: async ({ folder, service, sound }) => {
    const parley = await launchParley({
      ...launchWith(folder, service),
      realSound: true,
      env: sound.env,
    })
    await chooseService(parley)
    const id = await record(parley)
    return {
      pid: parley.app.process().pid ?? 0,
      settled: async () => {
        const isFilled = async () => {
          const { gaps } = await transcript(parley, id)
          return gaps.length > 0 && gaps.every(({ filled }) => filled)
        }
        for (const end = performance.now() + longestFillMs; !(await isFilled());) {
          if (performance.now() > end) throw new Error('The gap was not filled')
          await new Promise((resolve) => setTimeout(resolve, 250))
        }
      },
      stop: async () => {
        await stop(parley)
        return finalNumbers(await transcript(parley, id))
      },
      kill: () => {
        parley.kill()
        return Promise.resolve()
      },
    }
  },
}
