import { z } from 'zod'
import {
  installedFileSchema,
  installedModelIdSchema,
  modelFamilySchema,
  modelGiftsSchema,
} from '../../common/schemas'

const { role, name, bytes, sha256 } = installedFileSchema.shape

/** A file of a model in an archive or by itself; `null` if nobody has published it. */
const catalogueFileSchema = z
  .object({ role, name, bytes: bytes.nullable(), sha256: sha256.nullable() })
  .readonly()
export type CatalogueFile = z.infer<typeof catalogueFileSchema>

/** One address to fetch. */
const downloadSchema = z
  .object({
    url: z.url(),
    bytes,
    sha256,
    /** For a tar.bz2, the most bytes that may come out of it; null for a single file. */
    unpacksTo: z.number().nullable(),
  })
  .readonly()
export type Download = z.infer<typeof downloadSchema>

/** A model that can be downloaded. Nothing of it is downloaded before a person presses. */
export const catalogueModelSchema = z
  .object({
    id: installedModelIdSchema,
    name: z.string(),
    maker: z.string(),
    family: modelFamilySchema,
    languages: z.array(z.string()).readonly(),
    gives: modelGiftsSchema.readonly(),
    downloads: z.array(downloadSchema).readonly(),
    /** The files that are kept; the rest of an archive never reaches the disk. */
    files: z.array(catalogueFileSchema).readonly(),
    /** What the kept files take on the disk, in bytes; null if nobody has published it. */
    diskBytes: bytes.nullable(),
    /** Memory while it works, in MB, as others have measured it; null if nobody has. */
    memoryMb: z.number().nullable(),
    /** Fast cores that it wants, as others have measured it; null if any computer does. */
    wantsCores: z.number().nullable(),
    /** Its name, and the files of `build/model-licences` with its texts. */
    licence: z.object({ name: z.string(), texts: z.array(z.string()).readonly() }).readonly(),
    /** The page of those who publish the files. */
    source: z.string(),
  })
  .readonly()
export type CatalogueModel = z.infer<typeof catalogueModelSchema>
