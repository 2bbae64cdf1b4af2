import type { CallName, SendName } from '../../common/ipc/channels'
import type { ExactlyOnce } from './exactly-once'
import { registerHandlers, type CallHandlers, type SendHandlers } from './ipc'

/** What the app needs to know of a feature. */
interface Feature {
  readonly handlers?: Partial<CallHandlers>
  readonly sends?: Partial<SendHandlers>
  /** Runs once the main window is drawn, so that nothing delays it. */
  readonly start?: () => void
  readonly stop?: () => void
}

/** This part of each feature of the list. A feature without it has an empty one. */
type Parts<F extends readonly unknown[], Part extends keyof Feature> = {
  [I in keyof F]: F[I] extends Readonly<Record<Part, infer Handlers>> ? Handlers : object
}

/**
 * Registers the handlers of all features. Called once, before any page is opened. A call or a send
 * of the contract without a handler, or with two, is a type error. Returns the functions that
 * start all features in the order of the list, and stop them in the reverse order.
 */
export function connect<const F extends readonly Feature[]>(
  ...features: F &
    ExactlyOnce<Parts<F, 'handlers'>, CallName> &
    ExactlyOnce<Parts<F, 'sends'>, SendName>
) {
  const all: readonly Feature[] = features
  for (const { handlers = {}, sends = {} } of all) registerHandlers(handlers, sends)
  return {
    start: () => all.forEach((feature) => feature.start?.()),
    stop: () => [...all].reverse().forEach((feature) => feature.stop?.()),
  }
}
