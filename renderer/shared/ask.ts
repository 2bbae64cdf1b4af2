import type { ParleyBridge } from '../../preload/bridge-api'
import type { CallInput, CallName, CallResult } from '../../preload/contract'
import { errorSentences } from '../../preload/error-sentences'
import type { Result } from '../../preload/errors'

/** A call to main whose every failure is a value, a refused channel included. */
export type Ask = <C extends CallName>(
  name: C,
  input: CallInput<C>,
) => Promise<Result<CallResult<C>>>

/** Wraps a bridge; what main could not answer at all becomes `internal` with the cause as detail. */
export function createAsk(bridge: ParleyBridge): Ask {
  return async (name, input) => {
    try {
      return await bridge.call(name, input)
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause)
      return {
        ok: false,
        error: { code: 'internal', sentence: errorSentences.internal, detail },
      }
    }
  }
}
