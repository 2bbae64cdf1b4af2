// What main needs of the operating system: log, atomic writes, free space.
export { findFreePort } from './free-port'
export { lastCopyOf, replaceFile, syncFolder, writeAndSync, writeWholeFile } from './atomic-write'
export { endAudioService } from './audio-service'
export { speak, speakLikeMain, textFile } from './language'
export { freeBytes } from './free-space'
export { systemNow, systemZeroAt } from './system-clock'
export { answerRequests, createThread } from './thread'
export { createLog, hideFromLogs, ignoreClosedOutput, type Log, setupLog } from './log'
