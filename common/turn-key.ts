/** What identifies a turn within a meeting. A later turn with the same identity replaces it. */
export interface TurnIdentity {
  readonly sessionId: string
  readonly turnOrder: number
}

/** The identity of a turn as one text, for maps, lists and React keys. */
export function turnKey({ sessionId, turnOrder }: TurnIdentity): string {
  return `${sessionId}:${turnOrder}`
}
