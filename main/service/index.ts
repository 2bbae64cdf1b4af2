// The transcription service: requests, tokens, and jobs for recorded audio.
export { failureOfAnswer, failureOfTransport, isRecord, parseJson } from './failures'
export type { ServiceGrants } from './grants'
export type { HttpAnswer, HttpClient } from './http'
export { sessionUpdate } from './session-url'
export { type Service, setupService } from './setup'
export type { JobRecord, Transcribe } from './transcribe'
export { createRemoveJob, createTranscripts, type RemoveJob } from './transcripts'
export { zoneHosts } from './zones'
