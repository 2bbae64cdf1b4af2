// Written by npm run css-types.
declare const styles: {
  readonly 'fields': string
  readonly 'key': string
  readonly 'name': string
  readonly 'seconds': string
  readonly 'try': string
  readonly 'zone': string
}
export default styles
