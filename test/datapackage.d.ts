/** What the tests use of the validator, which comes without types. */
declare module 'datapackage' {
  interface Resource {
    name: string
    read(options: { keyed: boolean }): Promise<object[]>
    checkRelations(): Promise<boolean>
  }
  export const Package: {
    load(descriptor: object, options: { basePath: string }): Promise<{ errors: Error[]; resources: Resource[] }>
  }
}
