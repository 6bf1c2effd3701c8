/** Files of the library as the build hands them out: a program by its text, the compiled part by its address. */
declare module "@wllama/wllama/src/wasm/wllama.js?raw" {
  const program: string;
  export default program;
}

declare module "@wllama/wllama/esm/wasm/wllama.wasm?url" {
  const address: string;
  export default address;
}
