import { useStore } from '../../shared/store'
import { Banner } from '../notices/banner'
import { useParley } from '../context'

/** Why files were not imported: each reason with the files that it is about. */
export function ImportFailures() {
  const { imports } = useParley()
  return useStore(imports.failures).map((error) => (
    <Banner key={error.code} error={error} onClose={() => imports.closeFailure(error.code)} />
  ))
}
