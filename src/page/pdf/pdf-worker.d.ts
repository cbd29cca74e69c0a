declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Answers the messages that come through the port. */
    initializeFromPort(port: object): void
  }
}
