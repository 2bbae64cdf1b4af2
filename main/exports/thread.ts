import { exportMessages } from '../../common/text'
import { answerRequests, speakLikeMain } from '../platform'
import { answer } from './answer'
import type { Request } from './exporter'

/** The entry of the export thread. */
speakLikeMain({ exports: exportMessages })

// Main sends what `Request` describes.
answerRequests((request) => answer(request as Request))
