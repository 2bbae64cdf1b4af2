import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { noticeSchema } from '../../common/schemas'
import type { Notice } from '../../common/model'
import { fail, ok, type Result } from '../../common/errors'

/** The third-party software that the build found, from its file; `internal` where that is damaged. */
export function readNotices(file: string): Result<Notice[]> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return ok(z.array(noticeSchema).parse(found))
  } catch (cause) {
    return fail('internal', cause instanceof Error ? cause.name : 'notices')
  }
}
