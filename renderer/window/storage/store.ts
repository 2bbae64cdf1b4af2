import type { Result } from '../../../common/errors'
import type { LibraryCopy, StorageUse } from '../../../common/model'
import type { MainProcess } from '../stores/main-process'

/** Disk space, measured each time it is asked for. */
export interface Storage {
  readonly use: () => Promise<Result<StorageUse>>
  readonly copies: () => Promise<Result<LibraryCopy[]>>
  /** Starts the app again with this copy of the library. */
  readonly restore: (name: string) => Promise<Result<undefined>>
}

export function createStorage({ call }: MainProcess): Storage {
  return {
    use: () => call('storage:usage', undefined),
    copies: () => call('library:copies', undefined),
    restore: (name) => call('library:restore', { name }),
  }
}
