// What modules of the page expect to stand around them, for tests without one. Imported first.

const page = { location: new URL('http://127.0.0.1:8035/verdict'), history: { pushState() {}, replaceState() {} }, addEventListener() {} }

Object.assign(globalThis, page)
