import file from '../build/product.json' with { type: 'json' }

/**
 * What the owner of the project fills in, in build/product.json; each value is empty until then.
 * While `updates` or `releaseKey` is empty, no copy looks for updates.
 */
export interface Product {
  /** https address of the project. */
  readonly homepage: string
  /** https address of the folder with the files of the newest release; ends with a slash. */
  readonly updates: string
  /** Public key of minisign that signs the checksums of each release. */
  readonly releaseKey: string
  /** Mail addresses: for reports of weaknesses, and of the maintainer of the Linux packages. */
  readonly contacts: { readonly security: string; readonly maintainer: string }
}

export const product: Product = file
