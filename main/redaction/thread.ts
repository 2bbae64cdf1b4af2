import { exportMessages } from '../../common/text'
import { answerRequests, speakLikeMain } from '../platform'
import { jobs, type Jobs } from './jobs'
import type { Job } from './in-thread'

/** The entry of the thread that looks for what a meeting hides. */
speakLikeMain({ exports: exportMessages })

answerRequests((request) => {
  // Main sends what `Jobs` describes.
  const [name, ...input] = request as Job
  return (jobs[name] as (...input: unknown[]) => ReturnType<Jobs[keyof Jobs]>)(...input)
})
