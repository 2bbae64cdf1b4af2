import type { ParleyBridge } from '../../common/ipc/bridge-api'
import type { CallInput, CallResult } from '../../common/ipc/contract'
import type { CallName } from '../../common/ipc/channels'
import { errorSentences } from '../../common/text/error-sentences'
import type { Result } from '../../common/errors'

/** A call to main; every failure is a value, also a refused channel. */
export type Call = <C extends CallName>(
  name: C,
  input: CallInput<C>,
) => Promise<Result<CallResult<C>>>

/** Wraps a bridge; a call that main could not answer becomes `internal` with the cause as detail. */
export function createCall(bridge: ParleyBridge): Call {
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
