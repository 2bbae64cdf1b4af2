import type { AppInfo, Notice } from '../../../common/model'
import type { Result } from '../../../common/errors'
import type { MainProcess } from '../stores/main-process'

/** What the About page asks for when it is opened. */
export interface About {
  readonly info: () => Promise<Result<AppInfo>>
  /** Starts the app again; not while a recording runs. */
  readonly restart: () => Promise<Result<undefined>>
  /** The licence of each component, sorted by name. */
  readonly licences: () => Promise<Result<Notice[]>>
}

export function createAbout({ call }: MainProcess): About {
  return {
    info: () => call('app:info', undefined),
    restart: () => call('app:restart', undefined),
    licences: () => call('app:notices', undefined),
  }
}
