/** What the tests use of the JPEG 2000 encoder, which comes without types. */
declare module '@cornerstonejs/codec-openjpeg' {
  interface Frame {
    width: number
    height: number
    bitsPerSample: number
    componentCount: number
    isSigned: boolean
  }

  interface Encoder {
    /** Memory of the encoder for the samples; valid until `encode`. */
    getDecodedBuffer(frame: Frame): Uint8Array
    encode(): void
    getEncodedBuffer(): Uint8Array
  }

  export default function load(): Promise<{ J2KEncoder: new () => Encoder }>
}
