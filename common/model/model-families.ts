/** How a model that hears words is loaded. Models of one family have the same kinds of files. */
export const speechFamilies = [
  'moonshine',
  'nemo-transducer',
  'zipformer-transducer',
  'whisper',
  'sense-voice',
  'nemo-streaming',
  'zipformer-streaming',
] as const

/** How any model is loaded. */
export const modelFamilies = [
  ...speechFamilies,
  /** A segmentation and an embedding that tell speakers apart; no words. */
  'speakers',
] as const

/** What a file of a model is for. `other` belongs to the model and is not loaded. */
export const modelFileRoles = [
  'encoder',
  'decoder',
  'joiner',
  'model',
  'tokens',
  'bpe',
  'segmentation',
  'embedding',
  'other',
] as const
