import type { ModelRow } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { fileSize, languageList } from '../format'

const text = messages.models

/** What a model is, in one line: languages, size, what it gives. */
export function factsOf(model: ModelRow): string {
  const { family, downloadBytes, diskBytes } = model
  const size = diskBytes === null ? text.toDownload(fileSize(downloadBytes)) : fileSize(diskBytes)
  if (family === 'speakers') return [text.give.speakers, size].join(' · ')
  return [languagesOf(model), size, givesOf(model)].filter((part) => part !== '').join(' · ')
}

function languagesOf({ languages }: ModelRow): string {
  return languages.length > 3 ? text.languages(languages.length) : languageList(languages)
}

function givesOf({ gives }: ModelRow): string {
  const { give } = text
  if (gives.streaming) return give.streaming
  if (gives.wordTimes && gives.confidence) return give.wordTimesAndConfidence
  return gives.wordTimes ? give.wordTimes : give.noWordTimes
}

/** Who made it, and what it needs: the second line. */
export function needsOf({ maker, memoryMb, diskBytes }: ModelRow): string {
  return [maker, memoryOf(memoryMb, diskBytes)].filter((part) => part !== '').join(' · ')
}

function memoryOf(memoryMb: number | null, diskBytes: number | null): string {
  if (memoryMb !== null) return text.memory(fileSize(memoryMb * 1_000_000))
  return diskBytes === null ? '' : text.memoryAtLeast(fileSize(diskBytes))
}
