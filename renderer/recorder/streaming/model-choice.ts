import { defaultServiceModel, type SessionGrant } from '../../../common/model'

/** Remembers over all sessions of a recording how the service answered what was requested. */
export interface ModelChoice {
  /** Returns the grant, with the default model once the service has refused the requested one. */
  apply(grant: SessionGrant): SessionGrant
  /** Notes that the service refused this model; returns whether the default may be tried. */
  refused(model: string): boolean
  /** Returns those of these differences that have not been returned before. */
  newDifferences(differences: readonly string[]): readonly string[]
}

export function createModelChoice(): ModelChoice {
  let isRefused = false
  const reported = new Set<string>()
  return {
    apply(grant) {
      if (!isRefused) return grant
      const url = new URL(grant.url)
      url.searchParams.set('speech_model', defaultServiceModel)
      return { ...grant, url: url.href, model: defaultServiceModel }
    },
    refused(model) {
      if (isRefused || model === defaultServiceModel) return false
      isRefused = true
      return true
    },
    newDifferences(differences) {
      const fresh = differences.filter((difference) => !reported.has(difference))
      for (const difference of fresh) reported.add(difference)
      return fresh
    },
  }
}
