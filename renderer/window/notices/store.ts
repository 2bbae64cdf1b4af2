import type { ErrorValue, Result } from '../../../common/errors'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** Problems shown above the main pane. */
export interface Notices {
  /** The failure of the last action, until a person closes it or another action succeeds. */
  readonly current: Readable<ErrorValue | null>
  /** Why the library can be read but not changed; null if it can be changed. */
  readonly readOnly: Readable<ErrorValue | null>
  readonly show: (error: ErrorValue) => void
  readonly close: () => void
  /** Shows the failure of an action, or closes the notice after a success. */
  readonly report: <T>(result: Result<T>) => result is { readonly ok: true; readonly value: T }
}

export function createNotices(main: MainProcess): Notices {
  const current = createStore<ErrorValue | null>(null)
  const readOnly = createStore<ErrorValue | null>(null)
  main.load('app:info', (info) => readOnly.set(info.readOnly))
  return {
    current,
    readOnly,
    show: current.set,
    close: () => current.set(null),
    report: <T>(result: Result<T>): result is { readonly ok: true; readonly value: T } => {
      current.set(result.ok ? null : result.error)
      return result.ok
    },
  }
}
