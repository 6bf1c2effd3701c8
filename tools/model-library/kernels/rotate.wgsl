// Turns queries and keys by their position, and puts keys and values of the new tokens into the cache.
// Keys lie in pages of 16 positions, so that attention reads neighbouring positions side by side.
@group(0) @binding(0) var<storage, read_write> mixed : array<f32>;
@group(0) @binding(1) var<storage, read_write> keys : array<f32>;
@group(0) @binding(2) var<storage, read_write> values : array<f32>;
struct Scalars { held : i32, base : f32, gridWidth : u32 }
@group(0) @binding(3) var<uniform> scalars : Scalars;

@compute @workgroup_size(64)
fn rotate(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let half = headSize / 2;
  let pair = i32(group.x) * 64 + i32(lane.x);
  let head = pair / half;
  let depth = pair % half;
  if (head >= heads + 2 * keyValueHeads) { return; }
  let row = i32(group.y);
  let position = scalars.held + row;
  let at = (row * (heads + 2 * keyValueHeads) + head) * headSize + depth;
  let x = mixed[at];
  let y = mixed[at + half];
  if (head >= heads + keyValueHeads) {
    let to = (position * keyValueHeads + head - heads - keyValueHeads) * headSize + depth;
    values[to] = x;
    values[to + half] = y;
    return;
  }
  let angle = f32(position) * pow(scalars.base, -2.0 * f32(depth) / f32(headSize));
  let turned = vec2<f32>(x * cos(angle) - y * sin(angle), y * cos(angle) + x * sin(angle));
  if (head < heads) {
    mixed[at] = turned.x;
    mixed[at + half] = turned.y;
    return;
  }
  let page = (position / 16 * keyValueHeads + head - heads) * headSize;
  keys[(page + depth) * 16 + position % 16] = turned.x;
  keys[(page + depth + half) * 16 + position % 16] = turned.y;
}
