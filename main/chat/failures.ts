import { errorValue, type ErrorCode, type ErrorValue } from '../../common/errors'
import { failureOfAnswer, failureOfTransport, type HttpAnswer } from '../service'

/** The error for an answer that is not 200. The detail has the status and the server's words. */
export function chatFailure(answer: HttpAnswer, secret: string | null): ErrorValue {
  const { detail } = failureOfAnswer(answer, secret === null ? [] : [secret])
  return errorValue(codeOf(answer.status), detail)
}

function codeOf(status: number): ErrorCode {
  if (status >= 300 && status < 400) return 'chat-redirected'
  if (status === 401 || status === 403) return 'chat-key-rejected'
  if (status === 404) return 'chat-not-there'
  if (status === 402) return 'chat-no-credit'
  if (status === 429) return 'chat-busy'
  return status >= 500 ? 'chat-failed' : 'chat-refused'
}

/** The error for a request without an answer, or with a part of one. */
export function chatTransportFailure(cause: unknown, hasText: boolean): ErrorValue {
  const { code, detail } = failureOfTransport(cause)
  if (hasText) return errorValue('chat-cut', detail)
  return errorValue(code === 'proxy-sign-in-needed' ? code : 'chat-not-reached', detail)
}
