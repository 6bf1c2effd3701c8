// Looks up the embeddings of tokens in the interleaved 4-bit table.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> tokens : array<i32>;
@group(0) @binding(2) var<storage, read> weights : array<u32>;
@group(0) @binding(3) var<storage, read> scales : array<f32>;
struct Scalars { items : i32, width : i32, gridWidth : u32 }
@group(0) @binding(4) var<uniform> scalars : Scalars;

@compute @workgroup_size(64)
fn embed(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let item = i32(group.z * scalars.gridWidth + group.x) * 64 + i32(lane.x);
  if (item >= scalars.items) { return; }
  let token = tokens[item / scalars.width];
  let column = item % scalars.width;
  let word = weights[(token / 16 * (scalars.width / 8) + column / 8) * 16 + token % 16];
  let scale = scales[(token / 16 * (scalars.width / 32) + column / 32) * 16 + token % 16];
  target_[item] = (f32((word >> u32(column % 8 * 4)) & 15) - 7.0) * scale;
}
