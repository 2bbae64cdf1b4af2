// The speech engine on this computer, which runs in a process of its own.
export type { Engine } from './engine'
export type { EngineModel } from './families/family'
export { recogniseFolder } from './families/recognise-folder'
export { setupLocalEngine } from './setup'
export type { SpeakerModels } from './speakers/speaker-models'
export type { VoiceEngine } from './speakers/voice-engine'
