import type { ErrorCode } from '../../../common/errors'

/**
 * Why the page could not open a device; `detail` is technical text. The worker adds the sentence, so
 * that the page does not contain all sentences a second time.
 */
export interface DeviceFailure {
  readonly code: ErrorCode
  readonly detail?: string | undefined
}

/** What the page has opened, or why not. */
export type DeviceResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DeviceFailure }

export function failed(
  code: ErrorCode,
  detail: string,
): { readonly ok: false; readonly error: DeviceFailure } {
  return { ok: false, error: { code, detail } }
}
