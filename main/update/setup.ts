import { createLog } from '../log'
import { createLateUpdater } from './late-updater'
import { createUpdates, type Updates, type UpdatesOptions } from './updates'

/** How often it is looked whether an update is due; asking the server is due once a day. */
const lookMs = 10 * 60_000

interface Parts extends Omit<UpdatesOptions, 'updater' | 'log' | 'now'> {
  /** Where tests have their releases; null for the address in the package. */
  readonly updateUrl: string | null
}

/** The updates of this copy; `begin` starts to look for them. */
export function setupUpdates({ updateUrl, ...options }: Parts): Updates & { begin(): void } {
  const log = createLog('update')
  const updates = createUpdates({ ...options, updater: createLateUpdater(log, updateUrl), log })
  return {
    ...updates,
    begin: () => {
      updates.look()
      setInterval(updates.look, lookMs).unref()
    },
  }
}
