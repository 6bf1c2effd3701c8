// Looks up the embeddings of tokens in the interleaved table (see interleave.ts: 16 rows side by side).
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> tokens : array<i32>;
@group(0) @binding(2) var<storage, read> weights : array<f32>;
struct Scalars { items : i32, width : i32, gridWidth : u32 }
@group(0) @binding(3) var<uniform> scalars : Scalars;

@compute @workgroup_size(64)
fn embed(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let item = i32(group.z * scalars.gridWidth + group.x) * 64 + i32(lane.x);
  if (item >= scalars.items) { return; }
  let token = tokens[item / scalars.width];
  let column = item % scalars.width;
  target_[item] = weights[(token / 16 * scalars.width + column) * 16 + token % 16];
}
