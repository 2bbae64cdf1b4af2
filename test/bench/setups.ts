/** The measured set-ups of sources; the names are part of the figures. */
export const setups = [
  { name: 'one source', sources: { microphone: true, system: false } },
  { name: 'two sources', sources: { microphone: true, system: true } },
] as const

export type Setup = (typeof setups)[number]
