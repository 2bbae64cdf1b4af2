import { join } from 'node:path'
import type { LaunchOptions } from '../e2e/app'
import { goodKey } from '../e2e/service-key'
import type { BehaviourPatch } from '../service/options'
import { startService, type Service } from '../service/service'

/** Starts the simulator with the good key. */
export function startBenchService(behaviour: BehaviourPatch = {}): Promise<Service> {
  return startService({ behaviour: { keys: { [goodKey]: 'good' }, ...behaviour } })
}

/** How to start the app with its data in this folder, and with this simulator. */
export function launchWith(folder: string, service: Service): LaunchOptions {
  return { dataFolder: join(folder, 'data'), serviceUrl: service.url }
}
