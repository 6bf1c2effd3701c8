/** A worker's program as the build bundles it, by its address. */
declare module "*?worker&url" {
  const url: string;
  export default url;
}
