// npm run build: builds the app into dist/.
import { build } from '../build'

export async function command(): Promise<number> {
  await build()
  return 0
}
