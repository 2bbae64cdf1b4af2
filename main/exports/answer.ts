import { ok, type Result } from '../../common/errors'
import { unpackText } from '../../common/model'
import { unpackTranscript } from '../../common/packed-transcript'
import { clippingOf } from './clipping'
import type { Request } from './exporter'
import { toMarkdown } from './markdown'
import { exportFile } from './write'

/** What the export thread answers. */
export function answer({ type, job }: Request): Result<unknown> | Promise<Result<unknown>> {
  switch (type) {
    case 'file':
      return exportFile({ ...job, transcript: unpackTranscript(job.text, job.words) })
    case 'clipping':
      return ok(clippingOf(unpackText(job.text), job.part, job.choice))
    case 'markdown': {
      const options = { times: true, speakers: true, annotations: job.annotations }
      return ok(toMarkdown(unpackText(job.text), options))
    }
  }
}
