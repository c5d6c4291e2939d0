/** @throws {RangeError} when the array does not hold n × n numbers. */
export function requireSquare(a: Float64Array, n: number): void {
  if (a.length !== n * n) throw new RangeError(`${a.length} numbers are no matrix of ${n} × ${n}`);
}
