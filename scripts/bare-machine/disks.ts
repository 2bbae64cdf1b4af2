import { mountDeadDisk } from './dead-disk'
import { mountSmallDisk } from './small-disk'
import type { Disk, Session } from './session'

/** Mounts the disks that tests need, as far as this process may. */
export async function mountDisks(session: Session): Promise<Disk> {
  const disks = [await mountSmallDisk(session), await mountDeadDisk(session)]
  return {
    env: Object.assign({}, ...disks.map((disk) => disk?.env)) as Disk['env'],
    remove: async () => {
      for (const disk of disks) await disk?.remove()
    },
  }
}
