/** Gives back the memory of numbers at once. What is garbage is collected when objects need room, and numbers lie beside them. */
export function release(numbers: Uint8Array | Float32Array | undefined): void {
  const { buffer } = numbers ?? {}
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0)
}
