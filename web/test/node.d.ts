// What the tests use of Node: all its types would be one more package.

declare module 'node:test' {
  export default function test(name: string, run: () => void | Promise<void>): void
}

declare module 'node:assert/strict' {
  function ok(value: unknown, message?: string): asserts value
  function equal(actual: unknown, expected: unknown, message?: string): void
  function deepEqual(actual: unknown, expected: unknown, message?: string): void
  const assert: { ok: typeof ok; equal: typeof equal; deepEqual: typeof deepEqual }
  export default assert
}
