// Written by npm run css-types.
declare const styles: {
  readonly 'label': string
  readonly 'row': string
  readonly 'switch': string
  readonly 'text': string
  readonly 'thumb': string
  readonly 'words': string
}
export default styles
