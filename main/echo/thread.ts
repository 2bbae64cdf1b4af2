import { answerRequests } from '../platform'
import type { Verdict } from './audio-match'
import { isEcho, verdictOf } from './detector'
import type { EchoCase } from './judge'

/** A turn is judged again whenever words beside it change; so many are remembered. */
const remembered = 100
const verdicts = new Map<string, Verdict>()

/** The sound of a range does not change; only its end can be missing at first. */
function keyOf({ turn, sounds }: EchoCase): string {
  const { sessionId, turnOrder, startMs, endMs } = turn
  const { microphone, system } = sounds
  return [sessionId, turnOrder, startMs, endMs, microphone.length, system.length].join(' ')
}

function rememberedVerdict(one: EchoCase): Verdict {
  const key = keyOf(one)
  const verdict = verdicts.get(key) ?? verdictOf(one.turn, one.sounds)
  verdicts.set(key, verdict)
  const [oldest] = verdicts.keys()
  if (verdicts.size > remembered && oldest !== undefined) verdicts.delete(oldest)
  return verdict
}

/** The entry of the echo thread: it answers each case with whether it is echo. */
answerRequests((request) => {
  const one = request as EchoCase
  return isEcho(one.turn, one.others, rememberedVerdict(one))
})
